import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { labelAddresses } from '../../../../libs/domain/src/award/addresses.js';
import { euros } from '../../../../libs/domain/src/award/contract.js';
import { renderNotice } from '../../../../libs/domain/src/notification/render.js';
import type { Template } from '../../../../libs/domain/src/notification/template.js';
import { templates } from '../../../../libs/domain/src/notification/templates.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { Claimed, Outbox } from '../../../../libs/persistence/src/notification/outbox.js';
import type { SurveyLinks } from '../../../../libs/persistence/src/survey/survey-links.js';
import type { DispatchActivities } from '../../../../workflows/dispatch/dispatch.messages.js';
import type { Doorbell } from './doorbell.js';
import { connections, type Post } from './post.js';

/** How many rows are claimed, checked against their phase and sent at a time. */
const batchSize = 25;
/** After this many batches the activity hands over, so that its workflow can turn its page. */
const batchesPerRun = 200;
const keepAliveMs = 3_000;
/** How long the dispatcher stays at the door when nothing is due: mail often comes in a row. */
const lingerMs = 1_000;

export interface MailDependencies {
  /** Makes the dispatcher's own view of the table: each run claims under its own name. */
  readonly outbox: () => Outbox;
  readonly post: Post;
  /** Where the portal is; links in mails start with it. No slash at the end. */
  readonly publicUrl: string;
  /** Makes the links of the firms that a survey asks. */
  readonly surveyLinks: SurveyLinks;
  /** Rings when more is due; without one the dispatcher leaves as soon as nothing is. */
  readonly doorbell?: Doorbell;
}

/** The activities of the task queue `mail`. */
export function createMailActivities(dependencies: MailDependencies): DispatchActivities {
  return { dispatchDue: () => dispatchDue(dependencies, dependencies.outbox()) };
}

/** Sends what is due until nothing is. A row that another dispatcher holds is waited for: if that one died, its lease ends. */
async function dispatchDue(dependencies: MailDependencies, outbox: Outbox): Promise<{ more: boolean }> {
  const context = Context.current();
  const keepAlive = setInterval(() => {
    context.heartbeat();
    // If the database is away the lease may end: the row is then in doubt, which is what it is.
    outbox.renew().catch(() => undefined);
  }, keepAliveMs);
  try {
    for (let batches = 0; batches < batchesPerRun; batches += 1) {
      const rows = await outbox.claim(batchSize);
      context.heartbeat();
      if (rows.length > 0) await sendAll(dependencies, outbox, rows, context.cancellationSignal);
      else {
        const wait = await outbox.othersLeaseMs();
        if (wait === undefined) {
          if (await dependencies.doorbell?.wait(lingerMs, context.cancellationSignal)) continue;
          return { more: false };
        }
        await pause(Math.max(wait, 0) + 50, undefined, { signal: context.cancellationSignal }).catch(() => undefined);
      }
      if (context.cancellationSignal.aborted) await context.cancelled;
    }
    return { more: true };
  } finally {
    clearInterval(keepAlive);
  }
}

/** Sends a batch, a few at a time. When the worker stops, what was not begun is given back. */
async function sendAll(dependencies: MailDependencies, outbox: Outbox, rows: readonly Claimed[], stop: AbortSignal): Promise<void> {
  const waiting = [...rows];
  const lane = async (): Promise<void> => {
    for (let row = waiting.shift(); row; row = waiting.shift()) await (stop.aborted ? outbox.release(row) : sendOne(dependencies, outbox, row));
  };
  const lanes = await Promise.allSettled(Array.from({ length: connections }, lane));
  const broken = lanes.find((one) => one.status === 'rejected');
  // The database went away: the rows stay `sending` until their lease ends, and Temporal tries the activity again.
  if (broken) throw broken.reason;
}

async function sendOne(dependencies: MailDependencies, outbox: Outbox, row: Claimed): Promise<void> {
  const { post } = dependencies;
  const template = templates[row.template];
  if (!template) return outbox.never(row, `no-template: ${row.template}`);
  if (row.address === null) return outbox.never(row, 'no-address');
  const links = linksOf(dependencies, row, template.opens);
  const mail = renderNotice(template, row.locale, { ...labelFacts(dependencies, row), ...feeFacts(row), ...row.facts, ...(template.opens === 'questionnaire' ? { centre: row.pole } : {}) }, { ...links, reference: row.subject, pole: row.pole, parts: row.parts });
  const delivery = await post.send({ to: row.address, messageId: row.message_id, mail, date: await outbox.now(), leaveUrl: links.leaveUrl });
  switch (delivery.is) {
    case 'sent': return outbox.sent(row, mail.missing.length > 0 ? `facts-missing: ${mail.missing.join(', ')}` : null);
    case 'refused': return outbox.never(row, delivery.error);
    case 'later': return outbox.later(row, delivery.error, delivery);
  }
}

/** Of a mail about a label, its number, and where it is shown and proved: the portal's address is known here and not to its rules. */
function labelFacts({ publicUrl }: MailDependencies, { subject, number }: Claimed): Facts {
  if (number === null) return {};
  const { certificate, verification } = labelAddresses(publicUrl, { subject, number });
  return { number, certificateUrl: certificate, verificationUrl: verification };
}

/** Of the mail that asks for a fee: the amounts of the scheme, and whom to ask how to pay. */
function feeFacts({ fee }: Claimed): Facts {
  if (fee === null) return {};
  const amounts = fee.amounts.map(({ label, cents }) => ({ fr: `${label.fr} : ${euros(cents, 'fr')}`, en: `${label.en}: ${euros(cents, 'en')}` }));
  return { amounts, contact: fee.contact };
}

/** Where a mail's button leads: to the task of somebody who signs in, or to the questionnaire of a firm, by a link that is its own. */
function linksOf({ publicUrl, surveyLinks }: MailDependencies, { subject, facts }: Claimed, opens: Template['opens']): { taskUrl: string; leaveUrl?: string } {
  if (opens !== 'questionnaire') return { taskUrl: `${publicUrl}/tasks/${encodeURI(subject)}${opens === undefined ? '' : `/${opens}`}` };
  const firm = textFact(facts, 'firm');
  return { taskUrl: `${publicUrl}/questionnaires/${surveyLinks.token(firm, 'answer')}`, leaveUrl: `${publicUrl}/questionnaires/leave/${surveyLinks.token(firm, 'leave')}` };
}
