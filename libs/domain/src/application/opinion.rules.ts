import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, dueOf, isArmed, reminders } from '../procedure/deadline.js';
import { entry, type Notice, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { opinionSenses, type ApplicationData } from './application.data.js';
import { tellOfficer, type ApplicationFile } from './application.notices.js';
import { opinionsTaken } from './application.status.js';

type ApplicationTerms = Terms['application'];

/** What the admission brings where the scheme wants other bodies' opinions: their limit, the bodies as a fact, a word to the case officer, who asks them. */
export function askOpinions(file: ApplicationFile, act: Act, { opinions }: ApplicationTerms): { readonly facts: { opinions?: readonly string[] }; readonly arm: DeadlineSpec[]; readonly notices: Notice[] } {
  if (!opinions) return { facts: {}, arm: [], notices: [] };
  return {
    facts: { opinions: [...opinions.from] },
    arm: [{ kind: 'opinion-due', rule: { from: act.on, after: opinions.limit }, marks: reminders(opinions.reminders) }],
    notices: [tellOfficer(file, 'opinions-to-ask', opinionsTaken, { dates: { limitOn: 'opinion-due' } })],
  };
}

/**
 * The secretariat has a body's opinion; its words are content. Facts {from, sense, givenOn?}. A late one is kept with the file as long as nothing is
 * signed, and said to be late; nobody waits for it. Refuses `opinion-not-asked`, `opinion-sense-unknown`, `date-in-the-future`, `decision-signed`.
 */
export function recordOpinion(file: ApplicationFile, act: Act): Verdict {
  const { opinionsAsked = [], opinions = [], decision } = file.data;
  const from = textFact(act.facts, 'from');
  const sense = textFact(act.facts, 'sense');
  if (!opinionsAsked.includes(from)) return refuse('opinion-not-asked', { from });
  if (!(opinionSenses as readonly string[]).includes(sense)) return refuse('opinion-sense-unknown');
  if (decision) return refuse('decision-signed', { on: decision.signedOn });
  const givenOn = optionalText(act.facts, 'givenOn') ?? act.on;
  if (givenOn > act.on) return refuse('date-in-the-future', { to: givenOn });
  const due = dueOf(file.deadlines, 'opinion-due');
  const late = due !== undefined && givenOn > due.on;
  const all = opinionsAsked.every((body) => body === from || opinions.some((one) => one.from === body));
  return { entries: [{ ...entry('opinion-given', act, { from, sense, givenOn, late }), ...(all && due && isArmed(due) ? { disarm: ['opinion-due'] } : {}) }] };
}

/** The limit is over: what has not come is not awaited. */
export function opinionsOver(file: ApplicationFile): Verdict {
  const missing = missingIn(file.data);
  return { entries: [{ type: 'opinions-closed', facts: { missing } }], notices: missing.length > 0 ? [tellOfficer(file, 'opinions-not-given', opinionsTaken)] : [] };
}

/** While opinions may still come in time nothing is proposed or signed. Refuses `opinions-awaited`. */
export function awaitsOpinions({ deadlines, data }: Pick<ApplicationFile, 'deadlines' | 'data'>): Refusal | undefined {
  const due = dueOf(deadlines, 'opinion-due');
  return due && isArmed(due) ? refuse('opinions-awaited', { limitOn: due.on, from: missingIn(data).join(', ') }) : undefined;
}

function missingIn({ opinionsAsked = [], opinions = [] }: Pick<ApplicationData, 'opinionsAsked' | 'opinions'>): string[] {
  return opinionsAsked.filter((body) => !opinions.some(({ from }) => from === body));
}
