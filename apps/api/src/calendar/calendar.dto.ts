import { InstantField, Text } from '../http/fields.js';

export class CalendarDto {
  @InstantField({ nullable: true, description: 'When the address in use was made; null without one. The address itself is told once and kept nowhere.' }) createdAt!: string | null;
}

export class NewCalendarDto {
  @Text({ max: 300, description: 'For your calendar program. Whoever has it reads your dates: give it to nobody.' }) url!: string;
  @InstantField() createdAt!: string;
}
