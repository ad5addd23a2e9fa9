import { Choice, CivilDate, Id, Nested } from '../http/fields.js';

/** The channels by which an act may reach the secretariat, which then enters it. */
export const paperChannels = ['post', 'e-mail', 'order'] as const;

/** An act that the secretariat enters for somebody else. */
export class EnteredDto {
  @Id({ description: 'The person whose act it is, who could have taken it online.' }) for!: string;
  @Choice(paperChannels, { description: 'How it came; `order`: in that person’s name, on instruction.' }) channel!: (typeof paperChannels)[number];
  @CivilDate({ description: 'Date of effect: by post the postmark’s. Whether the act is in time is judged by this day.' }) on!: string;
  @Id({ optional: true, description: 'The scan of the paper, sent to /scans before; needed for what came by post, and for scores and votes in any case.' }) scan?: string;
}

/** The field by which the secretariat enters an act for somebody else; left out by whoever acts for themselves. */
export function EnteredFor(): PropertyDecorator {
  return Nested(() => EnteredDto, { optional: true, description: 'The secretariat’s alone: for whom it enters this act, how and when that person acted.' });
}
