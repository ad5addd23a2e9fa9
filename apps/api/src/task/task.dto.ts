import { askedRoles } from '../../../../libs/domain/src/task/asks.js';
import { subjectKinds } from '../../../../libs/domain/src/procedure/subject.js';
import { Choice, CivilDate, Code, Flag, Id, Nested, Pattern, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class TaskQueryDto extends PageQuery {
  @Flag({ optional: true, description: 'Staff: also the tasks of files of which others are the officers.' }) everybodys?: boolean;
}

class TaskPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

/** Something that a person is asked to do now. */
export class TaskDto {
  @Text({ description: 'Subject id, as the journal and the mails name it.' }) subject!: string;
  @Choice([...subjectKinds]) kind!: string;
  @Code() status!: string;
  @Choice([...askedRoles], { description: 'The role in which it is asked.' }) role!: string;
  @Texts({ description: 'The acts that answer it, one of which is awaited; empty when it is done elsewhere (a renewal is an application).' }) acts!: readonly string[];
  @Nested(() => TaskPoleDto, { nullable: true }) pole!: TaskPoleDto | null;
  @Text({ nullable: true, description: 'Subject id of the call.' }) call!: string | null;
  @CivilDate({ nullable: true, description: 'By when; null without a date.' }) dueOn!: string | null;
  @Code({ nullable: true, description: 'The deadline that says so.' }) deadline!: string | null;
  @Flag({ description: 'That day is over.' }) overdue!: boolean;
  @Pattern(/^\/api\//, { example: '/api/applications/0f8fad5b-d9cb-469f-a165-70867728950e', description: 'Where the subject is.' }) link!: string;
}
