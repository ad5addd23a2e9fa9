import { Inject, Injectable } from '@nestjs/common';
import { checkLine, type ImportedLabel, type LineFault, numberIn } from '../../../../libs/domain/src/award/import-line.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { announceImport, holderOf, knownRnas, labelsNumbered, mayName, nameRepresentative } from '../../../../libs/persistence/src/award/import.commands.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { newestSchemes } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActReceived } from '../act/act-received.js';
import { ActService } from '../act/act.service.js';
import { newId } from '../act/new-id.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt, type FaultCode } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { readImport, type RawLine, type Titles } from './import-file.js';
import type { LabelImportDto, LabelImportReportDto } from './label-import.dto.js';

type ReportLine = LabelImportReportDto['lines'][number];

/** A line that was read, and what is to be done with it. */
interface Planned {
  readonly raw: RawLine;
  readonly faults: readonly LineFault[];
  readonly label: ImportedLabel | undefined;
  /** It was imported before: nothing is left to do. */
  readonly there: boolean;
}

/** Takes over labels that were awarded elsewhere. */
@Injectable()
export class LabelImportService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService) {}

  /** What the import would do. @throws Problem 422 `scheme-unknown`, `import-unreadable`; 404 for an unknown call */
  async preview(_caller: Caller, body: LabelImportDto, locale: Locale): Promise<LabelImportReportDto> {
    const { plan, titles } = await this.plan(body);
    return { ...report(plan.map((one) => planned(one, body.scheme, locale)), true), labels: plan.length - titles };
  }

  /** Imports all lines. @throws Problem as `preview`, and 422 `import-faults` with the lines when one of them is faulty: nothing is imported then */
  async run(caller: Caller, body: LabelImportDto, locale: Locale): Promise<LabelImportReportDto> {
    const { plan, schemeId, scheme, call } = await this.plan(body);
    const lines = plan.map((one) => planned(one, body.scheme, locale));
    const faulty = lines.filter(({ state }) => state === 'faulty');
    if (faulty.length > 0) throw new Problem(422, 'import-faults', { count: faulty.length }, undefined, { lines: faulty });
    const officers = await this.officers();
    const done: ReportLine[] = [];
    await announceImport(this.db, plan.flatMap(({ label, there }) => (label && !there ? [`award/${idOf(scheme.code, label.number)}`] : [])));
    for (const [at, { label, there }] of plan.entries()) {
      const line = lines[at];
      if (!line) continue;
      const state = there || !label ? line.state : await this.take(caller, label, { schemeId, scheme, call, officer: officers.get(label.officerEmail ?? '') });
      // Nobody is given rights for a label that is not recorded.
      if (label && (state === 'imported' || state === 'there-already')) await nameRepresentative(this.db, `award/${idOf(scheme.code, label.number)}`, label, caller.personId);
      done.push({ ...line, state });
    }
    return report(done, false);
  }

  private async take(caller: Caller, label: ImportedLabel, { schemeId, scheme, call, officer }: { schemeId: string; scheme: Scheme; call: string | undefined; officer: string | undefined }): Promise<ReportLine['state']> {
    const holder = await holderOf(this.db, label, caller.personId);
    if (!holder) return 'refused';
    const { number, startsOn, endsOn, decidedOn } = label;
    try {
      await this.acts.take(caller, {
        subject: `award/${idOf(scheme.code, number)}`, act: 'importLabel', as: 'secretariat', startsWith: schemeId,
        facts: { number, ...holder, startsOn, endsOn, decidedOn, ...(call === undefined ? {} : { call }), ...(officer === undefined ? {} : { officer }) },
      });
      return 'imported';
    } catch (error) {
      if (error instanceof ActReceived) return 'received';
      // Somebody else imports the same file at this moment.
      if (error instanceof Problem && error.status === 409) return 'refused';
      throw error;
    }
  }

  private async plan({ scheme: code, format, text, call }: LabelImportDto): Promise<{ plan: Planned[]; titles: number; schemeId: string; scheme: Scheme; call: string | undefined }> {
    const [newest] = await newestSchemes(this.db, code);
    if (!newest) throw new Problem(422, 'scheme-unknown', { scheme: code });
    const { scheme } = newest;
    if (call !== undefined && !(await findCall(this.db, `call/${call}`))?.schemeId.startsWith(`${scheme.code}@`)) throw new Problem(404, 'not-found');
    const read = readImport(text, format);
    if (!read.ok) throw new Problem(422, 'import-unreadable', { line: read.line ?? '–' });
    const today = civilDateOf(await clockNow(this.db), scheme.zone);
    const unnamedColumns = read.titles?.missing ?? [];
    const checked = read.lines.map((raw) => ({ raw, checked: checkLine(scheme, raw.fields, today) }));
    const good = checked.flatMap(({ checked: one }) => (one.ok ? [one.label] : []));
    const [numbers, rnas, officers] = await Promise.all([
      labelsNumbered(this.db, good.map(({ number }) => number)), knownRnas(this.db, good.map(({ structure }) => structure.siret.slice(0, 9))), this.officers(),
    ]);
    const unnamed = new Set<string>();
    for (const label of good) if (!(await mayName(this.db, `award/${idOf(scheme.code, label.number)}`, label))) unnamed.add(label.number);
    const seen = new Map<string, number>();
    const plan = checked.map(({ raw, checked: one }): Planned => {
      const number = numberIn(raw.fields);
      const first = number === '' ? undefined : seen.get(number);
      if (number !== '') seen.set(number, first ?? raw.line);
      const twice: LineFault[] = first === undefined ? [] : [{ column: 'number', code: 'import-twice', params: { line: first } }];
      // A column that is not there is said of the titles, not of every line.
      if (!one.ok) return { raw, faults: [...one.faults.filter(({ column }) => !unnamedColumns.includes(column)), ...twice], label: undefined, there: false };
      const { label } = one;
      const before = numbers.get(label.number);
      const there = before?.imported === true && before.id === `award/${idOf(scheme.code, label.number)}`;
      const known = rnas.get(label.structure.siret.slice(0, 9));
      const faults: LineFault[] = [
        ...twice,
        ...(before && !there ? [{ column: 'number', code: 'import-taken', params: {} }] : []),
        ...(unnamed.has(label.number) && !there ? [{ column: 'representativeEmail', code: 'import-representative', params: {} }] : []),
        ...(label.officerEmail !== null && !officers.has(label.officerEmail) ? [{ column: 'officerEmail', code: 'import-officer', params: {} }] : []),
        ...(label.structure.rna !== null && known !== undefined && known !== label.structure.rna ? [{ column: 'rna', code: 'import-structure', params: {} }] : []),
      ];
      return { raw, faults, label, there };
    });
    const wrong = read.titles ? [titlesOf(read.titles)] : [];
    return { plan: [...wrong, ...plan], titles: wrong.length, schemeId: newest.id, scheme, call: call === undefined ? undefined : `call/${call}` };
  }

  /** Ids of the secretariat's people by address. */
  private async officers(): Promise<Map<string, string>> {
    return new Map((await new PeopleQueries(this.db).peopleWithRole('secretariat')).map(({ email, personId }) => [email, personId]));
  }
}

/** The line of titles, as a line to correct. */
function titlesOf({ unknown, missing }: Titles): Planned {
  const faults = [...unknown.map((column) => ({ column, code: 'unknown-field', params: {} })), ...missing.map((column) => ({ column, code: 'missing', params: {} }))];
  return { raw: { line: 1, fields: {} }, faults, label: undefined, there: false };
}

/** The label's id comes from its number: the same line imported twice is one label. */
function idOf(scheme: string, number: string): string {
  return newId({ personId: 'label-import' }, `${scheme}/${number}`);
}

function planned({ raw, faults, label, there }: Planned, scheme: string, locale: Locale): ReportLine {
  const said = (name: string): string | null => (typeof raw.fields[name] === 'string' ? raw.fields[name].slice(0, 200) : null);
  const number = label?.number ?? said('number');
  return {
    line: raw.line, number, pole: label?.pole.name ?? said('pole'), state: faults.length > 0 || !label ? 'faulty' : there ? 'there-already' : 'ready',
    label: label && faults.length === 0 ? idOf(scheme, label.number) : null,
    faults: faults.map(({ column, code, params }) => ({ column, code, detail: faultAt('', code as FaultCode, params).say(locale) })),
  };
}

function report(lines: ReportLine[], dryRun: boolean): LabelImportReportDto {
  return { dryRun, labels: lines.length, faulty: lines.filter(({ state }) => state === 'faulty').length, lines };
}
