import { Choice, CivilDate, Code, Flag, Id, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class SeatQueryDto extends PageQuery {
  @Code({ optional: true, description: 'Code of a scheme.' }) scheme?: string;
}

export class NewSeatDto {
  @Code({ example: 'pole-innovation' }) scheme!: string;
  @Id({ description: 'A person with the role `committee`.' }) person!: string;
  @Text({ description: 'As the minutes name the member, e.g. “Représentante de la DGER”.' }) capacity!: string;
  @Texts({ optional: true, each: 64, description: 'For a thematic member: called for files of these themes alone. Left out: permanent.' }) themes?: string[];
  @Flag({ optional: true }) chair?: boolean;
  @Flag({ optional: true, description: 'False for somebody who advises; true when left out.' }) voting?: boolean;
}

class SeatedDto {
  @Id() id!: string;
  @Text() name!: string;
}

/** A seat on a scheme's committee. */
export class SeatDto {
  @Id() id!: string;
  @Code() scheme!: string;
  @Nested(() => SeatedDto) person!: SeatedDto;
  @Text() capacity!: string;
  @Choice(['permanent', 'thematic']) kind!: string;
  @Texts({ nullable: true }) themes!: string[] | null;
  @Flag() chair!: boolean;
  @Flag() voting!: boolean;
  @CivilDate() since!: string;
  @CivilDate({ nullable: true }) until!: string | null;
}
