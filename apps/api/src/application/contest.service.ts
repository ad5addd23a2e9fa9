import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { appealAgainst, contestedIn } from '../../../../libs/domain/src/application/contested.js';
import { awaitsOpinions } from '../../../../libs/domain/src/application/opinion.rules.js';
import { reopenable } from '../../../../libs/domain/src/application/reopening.rules.js';
import { expectedDecision, silenceOf } from '../../../../libs/domain/src/application/outlook.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { writtenDate } from '../../../../libs/domain/src/notification/dates.js';
import type { Deadline } from '../../../../libs/domain/src/procedure/deadline.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { listAppeals } from '../../../../libs/persistence/src/appeal/appeal.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { calendarOf, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Dossier } from '../act/dossier.service.js';
import { appealSummary } from '../appeal/appeal.view.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { askedReasons, onlyWhatIsOffered, unseenByCommittee, type Offer } from './contest.view.js';
import type { ApplicationDossierDto } from './written.dto.js';

type Contest = Pick<ApplicationDossierDto, 'silence' | 'expectedDecision' | 'askedReasons' | 'appeals'>;

/** What a page needs to show of an application beside its status: silence, reasons, appeals. */
interface Shown {
  readonly row: SubjectRow;
  readonly roles: readonly Role[];
  readonly dossier: Dossier;
  readonly entries: readonly WrittenEntry[];
  readonly locale: Locale;
}

/** Most appeals that one application can meet: each contests another decision. */
const APPEALS = 20;

@Injectable()
export class ContestService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The dossier with the acts that are offered now, and the part on silence and appeals. */
  async add({ row, roles, dossier, entries, locale }: Shown): Promise<Dossier & Contest> {
    const [scheme, now, appeals] = await Promise.all([schemeById(this.db, row.schemeId), clockNow(this.db), listAppeals(this.db, { application: row.id, limit: APPEALS })]);
    const file = { status: row.status, data: standingOf(row).data as ApplicationData, deadlines: row.deadlines };
    const today = civilDateOf(now, scheme.zone);
    const silence = silenceOf(file);
    const phases = { review: scheme.application.review, appraisal: scheme.panel.period, committee: scheme.committee?.period ?? 'P0D', decision: scheme.decision.period };
    const committeeSince = entries.findLast((e) => e.type === 'appraisals-complete' || (e.type === 'reopened' && row.status !== 'submitted'))?.on;
    const expected = expectedDecision(file, phases, calendarOf(scheme), committeeSince);
    const contested = contestedIn(file);
    const offer: Offer = {
      lodgeAppeal: contested !== undefined && (contested.limitOn === null || today <= contested.limitOn) && !appealAgainst(contested, file.data.appeals),
      requestReasons: silence.state === 'elapsed' && file.data.askedReasons === null && silence.contestUntil !== null && today <= silence.contestUntil,
      giveReasons: file.data.askedReasons !== null && file.data.askedReasons.givenOn === null,
      reopenDeadline: reopenable(file) !== undefined,
      ...partsOffered(file, scheme),
    };
    const inside = roles.some((role) => role !== 'committee') || file.data.reopenedOn !== null;
    return {
      ...(inside ? onlyWhatIsOffered(dossier, roles, offer) : unseenByCommittee(onlyWhatIsOffered(dossier, roles, offer))),
      silence: { ...silence, suspensions: [...silence.suspensions], says: silence.state === 'elapsed' && expected !== null ? sayingOf(silence.contestUntil, locale) : null },
      expectedDecision: expected === null ? null : { on: expected, overdue: expected < today, says: silence.elapsedOn === null && silence.impliedOn !== null && silence.impliedOn < expected ? beforehand(silence.impliedOn, locale) : null },
      askedReasons: askedReasons(file, entries),
      appeals: inside ? appeals.map(appealSummary) : [],
    };
  }
}

/** What of the scheme's own parts may be recorded now; nothing is proposed before the opinions have come, or their date. */
function partsOffered(file: { readonly status: string; readonly data: ApplicationData; readonly deadlines: readonly Deadline[] }, { application }: Scheme): Pick<Offer, 'recordFee' | 'exemptFromFee' | 'recordOpinion' | 'propose'> {
  const { status, data } = file;
  const owed = data.feeAsked === true && !data.fee;
  return {
    recordFee: owed && (status !== 'inadmissible' || data.inadmissible?.cause === 'fee-unpaid'),
    exemptFromFee: owed && (application.fee?.exemptions.length ?? 0) > 0,
    recordOpinion: (data.opinionsAsked ?? []).length > 0 && data.decision === null,
    propose: awaitsOpinions(file) === undefined,
  };
}

/** Silence will count as a rejection before the day that is planned for the decision. */
function beforehand(impliedOn: string, locale: Locale): string {
  const on = writtenDate(impliedOn, locale);
  return locale === 'fr'
    ? `Sans décision expresse d’ici là, le silence gardé vaudra déjà rejet le ${on}. Une décision expresse pourra encore venir après cette date.`
    : `Without an express decision by then, silence will already count as a rejection on ${on}. An express decision may still come after that day.`;
}

/** Once the legal period has passed: what it means, until when it may be contested, and that a decision will come all the same. */
function sayingOf(contestUntil: string | null, locale: Locale): string {
  const until = contestUntil === null ? '' : writtenDate(contestUntil, locale);
  if (locale === 'fr') {
    const contest = until === '' ? 'que vous pourrez contester dans les deux mois qui suivront la communication des motifs que vous avez demandés' : `que vous pouvez contester jusqu’au ${until}`;
    return `Le délai légal de réponse est passé. Ce silence vaut rejet, ${contest}. Votre dossier reste à l’examen, et une décision expresse vous sera notifiée.`;
  }
  const contest = until === '' ? 'which you may contest within two months after the reasons that you asked for are given' : `which you may contest until ${until}`;
  return `The legal period for an answer has passed. This silence counts as a rejection, ${contest}. Your application is still being examined, and an express decision will be notified to you.`;
}
