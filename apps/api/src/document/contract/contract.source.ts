import type { Amendment } from '../../../../../libs/domain/src/award/amendment.data.js';
import { agreedTargets, type ContractSource, contractText, type NewTarget } from '../../../../../libs/domain/src/award/contract.js';
import { contractWords } from '../../../../../libs/domain/src/award/contract.texts.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { SignatureRecord } from '../../../../../libs/persistence/src/award/contract.queries.js';
import type { Locale } from '../../http/locale.js';
import { answerAlone, numberIn } from '../book/answers.blocks.js';
import type { Block, Fact, PdfSource } from '../pdf/model.js';

/** A contract with what has happened to it, ready to become a document. */
export interface ContractToPrint {
  readonly scheme: Scheme;
  readonly source: ContractSource;
  /** Hash of the text. */
  readonly text: string;
  readonly signatures: readonly SignatureRecord[];
  readonly amendments: readonly AmendmentToPrint[];
  readonly createdAt: string;
  readonly locale: Locale;
}

export interface AmendmentToPrint extends Amendment {
  /** Null once erased. */
  readonly wording: string | null;
  readonly targets: readonly NewTarget[];
  readonly signatures: readonly SignatureRecord[];
}

/** Nobody signs on a page of its own. */
const signatureHeight = 150;

/** The contract: parties, what is agreed, annexes, signatures, and the amendments in force. What is not signed by both says so on each page. */
export function contractSource(made: ContractToPrint): PdfSource {
  const { scheme, source, text, signatures, amendments, locale } = made;
  const say = contractWords[locale];
  const contract = contractText(scheme, source, locale);
  const inForce = amendments.filter(({ state }) => state === 'in-force');
  return {
    ...frame(made, contract.title, signatures.length < 2),
    cover: {
      sender: [scheme.authority.name[locale], scheme.secretariat.name[locale]], kicker: contract.title, title: source.pole, subtitle: contract.label,
      facts: [
        [say.number, source.number], [say.term, say.termIs(writtenDate(source.startsOn, locale), writtenDate(source.endsOn, locale))],
        ...contract.parties.map(({ what, name, lines }): Fact => [what, [name, ...lines].join('\n')]), [say.version, String(1 + inForce.length)],
      ],
      notice: signatures.length < 2 ? [say.awaiting] : [],
      colophon: [[say.textHash, text], [say.scheme, schemeName(scheme.name[locale], scheme.version, locale)]],
    },
    blocks: [
      { is: 'heading', level: 1, text: contract.title },
      { is: 'heading', level: 2, text: say.parties },
      { is: 'facts', rows: contract.parties.map(({ what, name, lines }): Fact => [what, [name, ...lines].join('\n')]) },
      ...(contract.preamble.length === 0 ? [] : [{ is: 'heading', level: 2, text: say.preamble } as const, ...contract.preamble.map((one): Block => ({ is: 'paragraph', text: one }))]),
      { is: 'paragraph', tone: 'lead', text: `${say.articles}${locale === 'fr' ? '\u00a0' : ''}:` },
      ...contract.articles.flatMap(({ heading, paragraphs, items }, i): Block[] => [
        { is: 'heading', level: 3, text: heading }, ...paragraphs.map((one): Block => ({ is: 'paragraph', text: one })),
        ...(items.length === 0 ? [] : [{ is: 'list', items, followed: i === contract.articles.length - 1 ? signatureHeight : 0 } as const]),
      ]),
      ...signatureBlocks(signatures, contract.signatories, locale),
      ...contract.annexes.flatMap(({ heading, questions }): Block[] => [
        { is: 'heading', level: 1, text: heading },
        ...questions.flatMap((question): Block[] => [{ is: 'heading', level: 2, text: question.label[locale] }, ...answerAlone(scheme, question, source.answers[question.code] ?? '', locale)]),
      ]),
      ...(inForce.length === 0 ? [] : [{ is: 'heading', level: 1, text: say.amendments } as const]),
      ...inForce.flatMap((one): Block[] => [{ is: 'heading', level: 2, text: say.amendmentRow(one.n, writtenDate(one.settledOn ?? one.proposedOn, locale)) }, ...changes(made, one)]),
      ...evidence([{ heading: contract.title, signatures }, ...inForce.map((one) => ({ heading: say.amendmentTitle(one.n), signatures: one.signatures }))], locale),
    ],
  };
}

/** An amendment as a document of its own; one that came to nothing says so. */
export function amendmentSource(made: ContractToPrint, amendment: AmendmentToPrint): PdfSource {
  const { scheme, source, locale } = made;
  const say = contractWords[locale];
  const contract = contractText(scheme, source, locale);
  const title = say.amendmentTitle(amendment.n);
  const marks = { proposed: say.draftMark, 'in-force': '', dropped: say.dropped, lapsed: say.lapsed } as const;
  const mark = marks[amendment.state];
  return {
    ...frame(made, title, mark !== '', mark),
    blocks: [
      { is: 'heading', level: 1, text: title },
      { is: 'paragraph', tone: 'lead', text: contract.label },
      { is: 'facts', rows: [[say.number, source.number], ...contract.parties.map(({ what, name, lines }): Fact => [what, [name, ...lines].join('\n')]), ...(amendment.version === null ? [] : [[say.version, String(amendment.version)] as const])] },
      { is: 'heading', level: 2, text: say.changes },
      ...changes(made, amendment),
      ...signatureBlocks(amendment.signatures, contract.signatories, locale),
      ...evidence([{ heading: title, signatures: amendment.signatures }], locale),
      { is: 'colophon', rows: [[say.textHash, amendment.text]] },
    ],
  };
}

/** A label's rules, as people name them: which version of them was signed. */
function schemeName(name: string, version: number, locale: Locale): string {
  return `${name}, ${contractWords[locale].version.toLowerCase()} ${version}`;
}

function frame({ scheme, source, locale, createdAt }: ContractToPrint, title: string, open: boolean, mark: string = contractWords[locale].draftMark): Omit<PdfSource, 'blocks'> {
  return {
    locale, title: `${title} ${source.number}`, author: scheme.authority.name[locale], createdAt,
    running: { head: `${title} – ${source.number}`, aside: open ? mark : '', foot: source.pole }, ...(open ? { mark: mark.toUpperCase() } : {}),
  };
}

/** What an amendment says, and each target beside the one that it replaces. */
function changes({ scheme, source, amendments, locale }: ContractToPrint, { n, wording, targets }: AmendmentToPrint): Block[] {
  const say = contractWords[locale];
  const before = agreedTargets(source.answers, amendments.filter((one) => one.state === 'in-force' && one.n < n).map((one) => ({ version: one.version ?? 1, targets: one.targets })));
  const shown = (value: number | null | undefined) => (typeof value === 'number' ? numberIn(value, locale) : '–');
  return [
    ...(wording ?? say.erased).split(/\n{2,}/).map((text): Block => ({ is: 'paragraph', text })),
    ...(targets.length === 0 ? [] : [{
      is: 'table', columns: [{ title: say.indicator, width: 4 }, { title: say.from, width: 1.2, right: true }, { title: say.was, width: 1.4, right: true }, { title: say.becomes, width: 1.4, right: true }],
      rows: targets.map(({ indicator, target }) => [scheme.indicators.find(({ code }) => code === indicator)?.label[locale] ?? indicator, shown(before[indicator]?.baseline), shown(before[indicator]?.target), shown(target)]),
    } as const]),
  ];
}

/** Where each party signs, or has: who, in what capacity, when. */
function signatureBlocks(signatures: readonly SignatureRecord[], names: { readonly pole: string; readonly authority: string }, locale: Locale): Block[] {
  const say = contractWords[locale];
  const lines = (party: 'pole' | 'authority'): string[] => {
    const signed = signatures.find((one) => one.party === party);
    if (!signed) return [names[party], `${say.toSign}${locale === 'fr' ? '\u00a0' : ''}: ………………`];
    return [names[party], ...(signed.capacity === null ? [] : [signed.capacity]), say.signedBy(signed.signatory ?? say.erased, writtenDate(signed.on, locale))];
  };
  return [{ is: 'heading', level: 2, text: say.signatures }, { is: 'signature', lines: lines('pole') }, { is: 'signature', lines: lines('authority') }];
}

/** By what each signature is proved: the hash of the text under it and the signed document. */
function evidence(parts: readonly { readonly heading: string; readonly signatures: readonly SignatureRecord[] }[], locale: Locale): Block[] {
  const say = contractWords[locale];
  const rows = parts.flatMap(({ heading, signatures }) => signatures.map(({ signatory, on, text, document }) => [
    heading, `${signatory ?? say.erased}\n${writtenDate(on, locale)}`, [...(text === null ? [] : [text]), ...(document === null ? [] : [document])].join('\n'),
  ]));
  if (rows.length === 0) return [];
  return [{ is: 'heading', level: 2, text: say.evidence }, { is: 'table', columns: [{ title: '', width: 2 }, { title: say.signatures, width: 2 }, { title: say.evidenceOf, width: 3.6 }], rows }];
}
