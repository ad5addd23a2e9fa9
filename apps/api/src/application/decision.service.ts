import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { sending, signing } from '../../../../libs/domain/src/application/prepared.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { findAttachment } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { preparedDecision } from '../../../../libs/persistence/src/application/decision.queries.js';
import { embargoOf } from '../../../../libs/persistence/src/call/embargo.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Taken } from '../act/act.service.js';
import { RightsService } from '../act/rights.service.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { type Acting, ApplicationActService } from './application-act.service.js';
import type { DecisionNoticeDto, FulfilmentDto, SignatureDto, SignatureRequestDto } from './decision.dto.js';

/** A decision's way from its preparation to its notification: what is erasable text and what is fact, and what only the database knows. */
@Injectable()
export class DecisionService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ApplicationActService, private readonly rights: RightsService) {}

  async sendForSignature(acting: Acting, body: SignatureRequestDto): Promise<Taken> {
    const { row } = await this.rights.seeAs(acting.caller, `application/${acting.id}`, 'secretariat');
    const scheme = await schemeById(this.db, row.schemeId);
    checkGrounds(scheme, body.grounds);
    const { sentOn, ...decision } = body;
    const outcome = decision.outcome ?? (row.data as unknown as ApplicationData).proposed ?? 'award';
    return this.acts.take(acting, 'sendForSignature', ['secretariat'], { ...sending({ ...decision, outcome }, sentOn ?? (await this.today(scheme))), request: { ...body } });
  }

  async sign(acting: Acting, body: SignatureDto): Promise<Taken> {
    const { row } = await this.rights.seeAs(acting.caller, `application/${acting.id}`, 'authority');
    const scheme = await schemeById(this.db, row.schemeId);
    checkGrounds(scheme, body.grounds);
    await this.checkDocument(acting.id, body.document, 'decision');
    const { proposed, renewsEndsOn } = row.data as unknown as ApplicationData;
    return this.acts.take(acting, 'sign', ['authority'], { ...signing(body, await preparedDecision(this.db, row), { proposed, renewsEndsOn, term: scheme.award.term }), request: { ...body } });
  }

  async notify(acting: Acting, body: DecisionNoticeDto): Promise<Taken> {
    const { notifiedOn, channel, proof, document } = body;
    const { row } = await this.rights.seeAs(acting.caller, `application/${acting.id}`, 'secretariat');
    await this.checkDocument(acting.id, document, 'proof');
    const on = notifiedOn ?? (await this.today(await schemeById(this.db, row.schemeId)));
    const facts = { notifiedOn: on, channel, embargo: await embargoOf(this.db, row.callId), ...(document === undefined ? {} : { document }) };
    return this.acts.take(acting, 'notify', ['secretariat'], { facts, content: { proof }, request: { ...body } });
  }

  async meetCondition(acting: Acting, n: number, { comment, document }: FulfilmentDto): Promise<Taken> {
    await this.rights.seeAs(acting.caller, `application/${acting.id}`, 'secretariat');
    await this.checkDocument(acting.id, document, 'proof');
    return this.acts.take(acting, 'meetCondition', ['secretariat'], { facts: { n, ...(document === undefined ? {} : { document }) }, content: { comment } });
  }

  private async checkDocument(application: string, document: string | undefined, purpose: 'decision' | 'proof'): Promise<void> {
    if (document !== undefined && (await findAttachment(this.db, application, document))?.purpose !== purpose) throw new Problem(422, 'attachment-unknown');
  }

  private async today({ zone }: Scheme): Promise<string> {
    return civilDateOf(await clockNow(this.db), zone);
  }
}

/** A refusal rests on grounds that its scheme knows; the answer lists them. */
function checkGrounds({ decision }: Scheme, grounds: readonly string[] = []): void {
  const unknown = grounds.find((one) => !decision.refusalGrounds.some(({ code }) => code === one));
  if (unknown === undefined) return;
  const known = (locale: Locale): string => decision.refusalGrounds.map(({ code, label }) => `${code} (${label[locale]})`).join(', ');
  throw new Problem(422, 'invalid', {}, [{ pointer: '/grounds', code: 'choices', say: (locale) => faultAt('/grounds', 'choices', { choices: known(locale) }).say(locale) }]);
}
