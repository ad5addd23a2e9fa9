import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { fillIn } from './answers.js';
import { type Centre, two } from './cast.js';
import { Chance } from './chance.js';
import type { World } from './world.js';

/** Firms that a centre lists each year; the last one never answers. */
const listed = 6;

/** Where the mail of a firm goes: each has a domain of its own, under the one that is kept for examples [RFC 2606]. */
function hostOf(firm: string, domain: string): string {
  return `${firm}-${slugOf(domain)}.example`;
}

/** The end of the addresses of a rehearsal's firms. */
export function slugOf(domain: string): string {
  return domain.replace(/\.example\.org$/, '').replaceAll('.', '-');
}

/** The list that a centre sends, as a spreadsheet writes it. */
export function firmList({ no }: Centre, domain: string): { csv: string; firms: number } {
  const lines = Array.from({ length: listed }, (_, i) => `Atelier ${two(no)}-${i + 1};contact@${hostOf(`firme-${two(no)}-${i + 1}`, domain)}`);
  return { csv: ['Nom;Courriel', ...lines].join('\n'), firms: listed };
}

/** The small firms that the centres have helped: most of them answer, some after a reminder. */
export class Firms {
  /** Mails of surveys that an address has had. */
  private readonly asked = new Map<string, number>();

  /** `domain`: of the cohort; the firms of another are none of its affair. */
  constructor(private readonly world: World, private readonly domain: string) {}

  /** A mail has come; if it holds the link of a survey, the firm thinks about it. */
  hear(address: string, text: string): void {
    const [, handle, slug] = /^contact@(firme-\d+-\d+)-(.+)\.example$/.exec(address) ?? [];
    if (slug !== slugOf(this.domain)) return;
    const token = /\/questionnaires\/([\w-]{43})/.exec(text)?.[1];
    if (handle === undefined || token === undefined) return;
    const times = (this.asked.get(address) ?? 0) + 1;
    this.asked.set(address, times);
    const chance = new Chance(this.world.seed, handle, times);
    if (handle.endsWith(`-${listed}`) || !chance.happens(0.8)) return;
    const { diary, today } = this.world;
    this.world.plan(diary.at(diary.workingDay(today, chance.int(1, 8)), 200), `${handle} answers`, () => this.answer(token, chance), [address]);
  }

  private async answer(token: string, chance: Chance): Promise<void> {
    const { api, scheme, today } = this.world;
    const link = `/api/survey-answers/${token}`;
    const { state } = await api.get<{ state: string }>(undefined, link);
    if (state !== 'open') return;
    const { form, satisfaction } = partOf(scheme, 'survey');
    await api.post(undefined, link, { answers: { ...fillIn(scheme, form, today), [satisfaction]: chance.int(2, 5) } });
  }
}
