import type { Locale } from '../../../../libs/domain/src/notification/template.js';
import type { Counts, Outcome } from './outcome.js';
import { words } from './words.js';

/** The outcome as lines of a table: a heading, then its figures. */
export function tableOf(outcome: Outcome, locale: Locale): string[] {
  const say = (code: string): string => words[code]?.[locale] ?? code;
  const section = (title: string, counts: Counts, name = say): string[] => {
    const rows = Object.entries(counts);
    if (rows.length === 0) return [];
    return ['', say(title), ...rows.map(([code, figure]) => `  ${`${name(code)} `.padEnd(52, '.')} ${String(figure).padStart(5)}`)];
  };
  const { applications, tooLate, latest } = outcome;
  return [
    ...section('applications', { ...applications.initial, ...(tooLate > 0 ? { 'too-late': tooLate } : {}) }),
    ...section('renewal-applications', applications.renewal),
    ...section('appraisals', outcome.appraisals),
    ...section('sessions', outcome.sessions),
    ...section('appeals', outcome.appeals),
    ...section('happened', outcome.happened),
    ...section('labels', outcome.labels),
    ...section('renewals', outcome.renewals),
    ...section('periods', outcome.periods),
    ...section('surveys', outcome.surveys),
    ...section('money', outcome.money),
    ...section('changes', outcome.changes),
    ...section('overdue', outcome.overdue),
    ...(latest ? [`  ${say('latest')} : ${latest.act}, ${say(latest.deadline)}, +${latest.days} ${say('days')}`] : []),
    ...section('mails', outcome.mails, (template) => template),
    ...section('not-sent', outcome.notSent),
    '', `${say('acts')} : ${outcome.acts}`,
  ];
}
