/** One setting that cannot be used: its name, what is wrong, what to do. */
export interface Fault {
  readonly name: string;
  readonly reason: string;
}

/** Raised once with every wrong setting, so that a deployment is repaired in one go. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly Fault[]) {
    super(
      `The configuration cannot be used:\n${faults.map((fault) => `  ${fault.name}: ${fault.reason}`).join('\n')}\n` +
        'Each setting is described in .env.example.',
    );
  }
}

/** Reads settings one by one and collects the faults instead of stopping at the first. Blank counts as absent. */
export class SettingsReader {
  private readonly faults: Fault[] = [];
  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  optional(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  text(name: string, fallback?: string): string {
    const value = this.optional(name) ?? fallback;
    if (value === undefined) return this.refuse(name, 'is missing; set it', '');
    return value;
  }

  /** A text of at least `length` characters: for secrets that are keys. */
  secret(name: string, length: number): string {
    const value = this.text(name);
    if (value !== '' && value.length < length) this.refuse(name, `is too short; give at least ${length} random characters`, '');
    return value;
  }

  url(name: string, protocols: readonly string[]): string {
    const value = this.text(name);
    if (value === '') return value;
    const expected = protocols.map((protocol) => `${protocol}//…`).join(' or ');
    // The value itself may hold a password: never repeated in the message.
    if (!URL.canParse(value)) return this.refuse(name, `is not a URL; write ${expected}`, value);
    if (!protocols.includes(new URL(value).protocol)) return this.refuse(name, `has the wrong scheme; write ${expected}`, value);
    return value;
  }

  integer(name: string, { min, max, fallback }: { min: number; max: number; fallback?: number }): number {
    const value = this.optional(name);
    if (value === undefined && fallback !== undefined) return fallback;
    const number = Number(value);
    if (value === undefined || !/^-?\d+$/.test(value) || number < min || number > max) {
      return this.refuse(name, `${value === undefined ? 'is missing' : `is “${value}”`}; give a whole number from ${min} to ${max}`, min);
    }
    return number;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    if (value !== 'true' && value !== 'false') return this.refuse(name, `is “${value}”; write true or false`, fallback);
    return value === 'true';
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.optional(name) ?? fallback;
    const found = choices.find((choice) => choice === value);
    return found ?? this.refuse(name, `is “${value}”; write one of ${choices.join(', ')}`, fallback);
  }

  /** Notes a fault and gives a value to go on with; `finish` will throw. */
  refuse<T>(name: string, reason: string, goOnWith: T): T {
    this.faults.push({ name, reason });
    return goOnWith;
  }

  /** @throws ConfigError when anything was refused */
  finish(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }
}
