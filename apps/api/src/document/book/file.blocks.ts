import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { TimelineView } from '../../act/dossier.dto.js';
import type { AnswersDto } from '../../application/application.dto.js';
import type { ResultDto } from '../../application/result.dto.js';
import type { ApplicationDossierDto } from '../../application/written.dto.js';
import type { AppraisalDto } from '../../appraisal/appraisal.dto.js';
import type { Locale } from '../../http/locale.js';
import type { Block, Fact } from '../pdf/model.js';
import { entryWord, wordOf } from '../words.js';
import { bookTexts } from './book.texts.js';

const part = (text: string): Block => ({ is: 'heading', level: 1, text });
const chapter = (text: string): Block => ({ is: 'heading', level: 2, text });
const said = (text: string | null, locale: Locale): Block => (text === null ? { is: 'paragraph', tone: 'quiet', text: bookTexts[locale].erased } : { is: 'paragraph', text });
const facts = (...rows: readonly (Fact | undefined)[]): Block => ({ is: 'facts', rows: rows.filter((row): row is Fact => row !== undefined) });

/** What was asked, answered, proposed and decided, as far as the reader’s view of the file tells it. */
export function handlingBlocks(file: ApplicationDossierDto, scheme: Scheme, locale: Locale): Block[] {
  const say = bookTexts[locale];
  const day = (on: string) => writtenDate(on, locale);
  const blocks: Block[] = [
    ...file.requestedPieces.flatMap(({ on, limitOn, pieces, comment }): Block[] => [
      chapter(`${say.requested} – ${day(on)}`), facts(limitOn === null ? undefined : [say.limit, day(limitOn)]), { is: 'list', items: pieces.map(({ label }) => label) }, ...(comment === null ? [] : [said(comment, locale)]),
    ]),
    ...file.suppliedPieces.flatMap(({ on, attachments, comment }): Block[] => [
      chapter(`${say.supplied} – ${day(on)}`), ...(attachments.length > 0 ? [{ is: 'list', items: attachments.map(({ name }) => name) } as const] : []), ...(comment === null ? [] : [said(comment, locale)]),
    ]),
    ...(file.movedDeadlines.length === 0 ? [] : [chapter(say.moved), { is: 'list', items: file.movedDeadlines.map(({ kind, from, to, reason }) => `${wordOf(kind, locale)}${locale === 'fr' ? '\u00a0' : ''}: ${day(from)} – ${day(to)}${reason === null ? '' : `. ${reason}`}`) } as const]),
    ...(file.admission?.text ? [chapter(`${say.admission} – ${day(file.admission.on)}`), said(file.admission.text, locale)] : []),
    ...(file.inadmissibility ? [chapter(`${say.inadmissibility} – ${day(file.inadmissibility.on)}`), facts([say.cause, wordOf(file.inadmissibility.cause, locale)]), ...reasons(file.inadmissibility.reasons, locale)] : []),
    ...(file.reply ? [chapter(`${say.reply} – ${day(file.reply.on)}`), said(file.reply.text, locale)] : []),
    ...(file.proposal ? [chapter(`${say.proposal} – ${day(file.proposal.on)}`), facts([say.outcome, wordOf(file.proposal.outcome, locale)]), ...(file.proposal.reasons === null ? [] : [said(file.proposal.reasons, locale)])] : []),
    ...decision(file, scheme, locale),
    ...(file.withdrawal ? [chapter(`${say.withdrawal} – ${day(file.withdrawal.on)}`), ...(file.withdrawal.text === null ? [] : [said(file.withdrawal.text, locale)])] : []),
    ...(file.closing ? [chapter(`${say.closing} – ${day(file.closing.on)}`), ...reasons(file.closing.reasons, locale)] : []),
  ];
  return blocks.length === 0 ? [] : [part(say.handling), ...blocks];
}

function decision({ decision: signed, conditions, notification }: ApplicationDossierDto, scheme: Scheme, locale: Locale): Block[] {
  const say = bookTexts[locale];
  if (!signed) return [];
  const day = (on: string) => writtenDate(on, locale);
  const { signatory, grounds } = signed;
  const laws = scheme.decision.refusalGrounds.filter(({ code }) => grounds.includes(code)).map(({ label, law }) => `${label[locale]} – ${law[locale]}`);
  return [
    chapter(say.decision),
    facts(
      [say.outcome, wordOf(signed.outcome, locale)], [say.signedOn, day(signed.signedOn)], signatory ? [say.signatory, `${signatory.firstName} ${signatory.surname}, ${signatory.capacity}`] : undefined,
      notification ? [say.notifiedOn, day(notification.notifiedOn)] : undefined, notification ? [say.channel, wordOf(notification.channel, locale)] : undefined,
      notification?.appealUntil ? [say.appealUntil, day(notification.appealUntil)] : undefined, notification?.accuse_lecture ? [say.readOn, day(notification.accuse_lecture.on)] : undefined,
    ),
    ...(laws.length > 0 ? [{ is: 'list', items: laws } as const] : []),
    ...reasons(signed.reasons, locale),
    ...(conditions.length > 0 ? [{ is: 'heading', level: 3, text: say.conditions } as const, { is: 'list', items: conditions.map(({ text, dueOn, metOn }) => `${text ?? say.erased} (${say.by} ${day(dueOn)}${metOn === null ? '' : ` ; ${say.metOn} ${day(metOn)}`})`) } as const] : []),
  ];
}

function reasons(stated: { readonly inLaw: string; readonly inFact: string } | null, locale: Locale): Block[] {
  const say = bookTexts[locale];
  if (!stated) return [];
  return ([[say.inLaw, stated.inLaw], [say.inFact, stated.inFact]] as const).flatMap(([title, text]): Block[] => (text === '' ? [] : [{ is: 'heading', level: 3, text: title }, { is: 'paragraph', text }]));
}

/** The appraisals: who writes, and what they wrote once the reader may read it. */
export function appraisalBlocks({ appraisals, result, consensus }: { appraisals: readonly AppraisalDto[]; result: ResultDto | null; consensus: ApplicationDossierDto['consensus'] }, scheme: Scheme, locale: Locale): Block[] {
  const say = bookTexts[locale];
  const open = result ? [] : appraisals.filter(({ data }) => data['marks'] !== null && data['marks'] !== undefined);
  const blocks: Block[] = [
    ...(appraisals.length > 0 ? [{
      is: 'table', columns: [{ title: say.appraisal, width: 1 }, { title: say.expert, width: 3 }, { title: say.status, width: 3 }],
      rows: appraisals.map(({ id, expert, status }) => [id.slice(id.lastIndexOf('-') + 1), expert.name, wordOf(status, locale)]),
    } as const] : []),
    ...(result ? resultBlocks(result, locale) : []),
    ...open.flatMap((one) => ownMarks(one, scheme, locale)),
    ...(consensus ? [
      chapter(`${say.consensus} – ${writtenDate(consensus.on, locale)}`), facts([say.outcome, consensus.outcome === 'favourable' ? say.favourable : say.unfavourable]), said(consensus.majorityView, locale),
      ...(consensus.minorityView === null ? [] : [{ is: 'heading', level: 3, text: say.minority } as const, said(consensus.minorityView, locale)]),
    ] : []),
  ];
  return blocks.length === 0 ? [] : [part(say.appraisals), ...blocks];
}

function resultBlocks({ totals, criteria, total, threshold, reached, groups, rules }: ResultDto, locale: Locale): Block[] {
  const say = bookTexts[locale];
  const shown = (value: { readonly shown: string }) => (locale === 'fr' ? value.shown.replace('.', ',') : value.shown);
  const comments = [
    ...criteria.flatMap(({ label, marks }) => marks.flatMap(({ n, comment }) => (comment === null ? [] : [[`${label} – ${say.appraisalN(n)}`, comment] as const]))),
    ...totals.flatMap(({ n, comment }) => (comment === null ? [] : [[`${say.overall} – ${say.appraisalN(n)}`, comment] as const])),
  ];
  return [
    chapter(say.result),
    facts(
      [say.total, `${shown(total)} ${say.of100}`], ...(groups.length > 0 && threshold === 0 ? [] : [[say.threshold, `${threshold} ${say.of100}, ${reached ? say.reached : say.missed}`] as const]),
      ...groups.map(({ label, met, of, atLeast }) => [label, `${met} / ${of}, ${met >= atLeast ? say.reached : say.missed}`] as const),
    ),
    {
      is: 'table',
      columns: [{ title: say.criterion, width: 3.6 }, { title: say.weight, width: 0.9, right: true }, ...totals.map(({ n }) => ({ title: `${say.mark} ${n}`, width: 0.9, right: true })), { title: say.mean, width: 1.1, right: true }, { title: say.points, width: 1, right: true }],
      rows: [
        ...criteria.map(({ label, weight, marks, max, mean, contribution, reached: ok }) => [
          ok ? label : `${label} (${say.threshold} : ${say.missed})`, String(weight), ...totals.map(({ n }) => markOf(marks.find((one) => one.n === n), max)), shown(mean), shown(contribution),
        ]),
        [say.total, '', ...totals.map((one) => (one.counts ? shown(one.total) : `(${shown(one.total)})`)), '', shown(total)],
      ],
    },
    ...(rules.length > 0 ? [{ is: 'list', items: rules } as const] : []),
    ...(comments.length > 0 ? [chapter(say.comments), ...comments.flatMap(([title, text]): Block[] => [{ is: 'heading', level: 3, text: title }, { is: 'paragraph', text }])] : []),
  ];
}

function markOf(mark: { readonly mark: number; readonly counts: boolean } | undefined, max: number): string {
  if (!mark) return '';
  return mark.counts ? `${mark.mark} / ${max}` : `(${mark.mark} / ${max})`;
}

/** The marks of one appraisal, while there is no result yet: those that the reader gave. */
function ownMarks({ id, data, comments }: AppraisalDto, { grid }: Scheme, locale: Locale): Block[] {
  const say = bookTexts[locale];
  const marks = data['marks'] as Readonly<Record<string, number>>;
  return [
    chapter(say.appraisalN(Number(id.slice(id.lastIndexOf('-') + 1)))),
    {
      is: 'table', columns: [{ title: say.criterion, width: 3 }, { title: say.weight, width: 0.8, right: true }, { title: say.mark, width: 0.9, right: true }, { title: say.comments, width: 4.4 }],
      rows: grid.criteria.map(({ code, label, weight }) => [label[locale], String(weight), marks[code] === undefined ? '' : `${marks[code]} / ${grid.scale.max}`, comments?.[code] ?? '']),
    },
    ...(comments?.['overall'] ? [{ is: 'heading', level: 3, text: say.overall } as const, { is: 'paragraph', text: comments['overall'] } as const] : []),
  ];
}

/** Messages between centre and secretariat that were attached to the file. */
export function messageBlocks(messages: AnswersDto['messages'], locale: Locale): Block[] {
  const say = bookTexts[locale];
  if (messages.length === 0) return [];
  return [part(say.messages), ...messages.flatMap(({ role, writtenAt, text }): Block[] => [
    { is: 'heading', level: 3, text: `${role === 'applicant' ? say.fromApplicant : say.fromSecretariat}, ${writtenDate(writtenAt.slice(0, 10), locale)}` }, { is: 'paragraph', text },
  ])];
}

/** What happened and what is awaited, as the reader’s timeline tells it. */
export function timelineBlocks({ past, ahead }: TimelineView, locale: Locale): Block[] {
  const say = bookTexts[locale];
  const awaited = ahead.filter(({ mark }) => mark === '');
  return [
    part(say.timeline),
    ...(past.length === 0 ? [] : [chapter(say.past), {
      is: 'table', columns: [{ title: say.on, width: 1.6 }, { title: say.what, width: 5 }, { title: say.who, width: 1.8 }],
      rows: past.map(({ on, type, by, acted }) => [writtenDate(on, locale), entryWord(type, locale), acted && acted.channel !== 'online' ? `${wordOf(by, locale)} (${wordOf(acted.channel, locale)})` : wordOf(by, locale)]),
    } as const]),
    ...(awaited.length === 0 ? [] : [chapter(say.ahead), {
      is: 'table', columns: [{ title: say.on, width: 1.6 }, { title: say.awaited, width: 5 }, { title: say.from, width: 1.8 }],
      rows: awaited.map(({ on, kind, actor }) => [writtenDate(on, locale), wordOf(kind, locale), wordOf(actor, locale)]),
    } as const]),
  ];
}
