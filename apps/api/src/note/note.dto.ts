import { Flag, Id, InstantField, Int, Items, Nested, Text } from '../http/fields.js';

export class NewNoteDto {
  @Text({ max: 10_000 }) text!: string;
  @Flag({ optional: true, description: 'The authority reads it too; the secretariat alone when left out.' }) forAuthority?: boolean;
}

export class NoteChangeDto extends NewNoteDto {
  @Int({ min: 1, max: 100_000, description: 'The version that was read.' }) version!: number;
}

class NoteAuthorDto {
  @Id() id!: string;
  @Text() name!: string;
}

class NoteVersionDto {
  @Int() version!: number;
  @Text({ nullable: true, max: 10_000 }) text!: string | null;
  @InstantField() writtenAt!: string;
}

/** A note of the secretariat; never shown to the applicant. */
export class NoteDto {
  @Id() id!: string;
  @Nested(() => NoteAuthorDto) author!: NoteAuthorDto;
  @Flag() forAuthority!: boolean;
  @Int() version!: number;
  @Text({ nullable: true, max: 10_000, description: 'Null once erased.' }) text!: string | null;
  @InstantField() writtenAt!: string;
  @InstantField({ nullable: true }) erasedAt!: string | null;
  @Items(() => NoteVersionDto, { description: 'Earlier texts, the first first.' }) earlier!: NoteVersionDto[];
}
