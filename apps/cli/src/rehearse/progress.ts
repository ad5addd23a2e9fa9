import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Locale } from '../../../../libs/domain/src/notification/template.js';
import { words } from './words.js';

/** Where lines go: a terminal shows one that moves, anything else a line now and then. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const BAR = 30;

/** Shows how far virtual time has come. */
export class Progress {
  private lastShare = -1;
  private drawnAt = -Infinity;

  constructor(private readonly screen: Screen, private readonly start: Instant, private readonly end: Instant, private readonly realNow: () => number, private readonly locale: Locale) {}

  hear(now: Instant, acts: number): void {
    const share = Math.min(1, (Date.parse(now) - Date.parse(this.start)) / (Date.parse(this.end) - Date.parse(this.start)));
    if (this.screen.isTTY) this.draw(now, acts, share);
    else this.say(now, acts, Math.floor(share * 10));
  }

  done(): void {
    if (this.screen.isTTY) this.screen.write('\r\x1b[2K');
  }

  private draw(now: Instant, acts: number, share: number): void {
    if (this.realNow() - this.drawnAt < 100) return;
    this.drawnAt = this.realNow();
    const full = Math.round(share * BAR);
    this.screen.write(`\r\x1b[2K${this.line(now, acts, share, `${'█'.repeat(full)}${'░'.repeat(BAR - full)} `)}`);
  }

  private say(now: Instant, acts: number, tenth: number): void {
    if (tenth === this.lastShare) return;
    this.lastShare = tenth;
    this.screen.write(`${this.line(now, acts, tenth / 10, '')}\n`);
  }

  private line(now: Instant, acts: number, share: number, bar: string): string {
    return `${bar}${String(Math.round(share * 100)).padStart(3)} %  ${now.slice(0, 10)}  ${acts} ${words['acts-so-far']?.[this.locale]}`;
  }
}
