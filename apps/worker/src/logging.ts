import type { LoggerService } from '@nestjs/common';
import type { LogMetadata, Logger as TemporalLogger, LogLevel } from '@temporalio/worker';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../../../libs/config/src/config.js';
import { withoutValues } from '../../../libs/config/src/logged-error.js';

/** What a line may name of Temporal's own messages. The rest (inputs, results, headers) is never logged. */
const kept = ['sdkComponent', 'taskQueue', 'workflowType', 'workflowId', 'runId', 'activityType', 'activityId', 'attempt'] as const;

/** Said at every start by the worker of the mail, which has activities alone, as intended. */
const intended = 'No workflows registered, not polling for workflow tasks';

/** One JSON line per event, as the API writes them. */
export function workerLogger(level: Config['logLevel'], to?: DestinationStream): Logger {
  // Errors come reduced to what may be said of them; pino's own reading of them would add to that.
  const options = { name: 'worker', level, serializers: { err: (error: unknown) => error } };
  return to ? pino(options, to) : pino(options);
}

/** Nest's own messages, and those of `new Logger(…)`, as JSON lines. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  fatal = (message: unknown, ...rest: unknown[]): void => this.write('fatal', message, rest);

  /** Nest puts the context last. Nest's own `log` tells of modules and routes: worth no line unless somebody looks for a fault. */
  private write(level: 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    this.lines[level]({ ...(typeof context === 'string' ? { context } : {}), ...(message instanceof Error ? { err: withoutValues(message) } : {}) }, message instanceof Error ? message.name : String(message));
  }
}

/** Temporal is quiet: its lines begin at `warn`, unless somebody looks for a fault. */
export function temporalLevel(level: Config['logLevel']): Config['logLevel'] {
  return level === 'info' ? 'warn' : level;
}

/** Temporal's messages as JSON lines, without any payload. */
export class TemporalLog implements TemporalLogger {
  private readonly lines: Logger;

  constructor(lines: Logger, level: Config['logLevel']) {
    this.lines = lines.child({ context: 'temporal' }, { level: temporalLevel(level) });
  }

  log = (level: LogLevel, message: string, meta: LogMetadata = {}): void => {
    if (message === intended) return;
    const named = Object.fromEntries(kept.filter((key) => meta[key] !== undefined).map((key) => [key, meta[key] as unknown]));
    this.lines[pinoLevels[level]]({ ...named, ...(meta['error'] === undefined ? {} : { err: errorOf(meta['error']) }) }, message);
  };

  trace = (message: string, meta?: LogMetadata): void => this.log('TRACE', message, meta);
  debug = (message: string, meta?: LogMetadata): void => this.log('DEBUG', message, meta);
  info = (message: string, meta?: LogMetadata): void => this.log('INFO', message, meta);
  warn = (message: string, meta?: LogMetadata): void => this.log('WARN', message, meta);
  error = (message: string, meta?: LogMetadata): void => this.log('ERROR', message, meta);
}

const pinoLevels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;

/** The native part tells its errors as text. */
function errorOf(error: unknown): unknown {
  return typeof error === 'string' ? error.slice(0, 300) : withoutValues(error);
}
