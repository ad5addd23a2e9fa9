import { join } from 'node:path';
import type { Child } from './child.js';
import { lockFolder } from './folder-lock.js';
import { oidcClientId, startOidc } from './oidc.js';
import { loopback, type Ports } from './ports.js';
import { postgresRole, startPostgres } from './postgres.js';
import { privateFolder } from './private-folder.js';
import { endLeftovers } from './processes.js';
import { toolsDir } from './project.js';
import { loadSecrets } from './secrets.js';
import { startSmtp } from './smtp.js';
import { temporalBinary } from './temporal-binary.js';
import { startTemporal, waitForTemporal } from './temporal.js';
import type { Say, ServerAddresses } from './types.js';

export interface ServerOptions {
  readonly dataDir: string;
  readonly logsDir: string;
  readonly ports: Ports;
  readonly say: Say;
  readonly path: string;
  readonly temporalAddress?: string;
  readonly temporalCliPath?: string;
  /** Temporal's web UI. */
  readonly ui: boolean;
  /** False for tests: PostgreSQL doesn't wait for the disk. */
  readonly durable: boolean;
}

export interface Servers {
  readonly addresses: ServerAddresses;
  /** Rejects when a server ends by itself, saying which and why. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Folder of the notes about running children of a data folder. */
export const runFolder = (dataDir: string): string => join(dataDir, 'run');

/** Starts Temporal, PostgreSQL, the mail catcher and the OIDC provider on one locked data folder; all on the loopback. */
export async function startServers(options: ServerOptions): Promise<Servers> {
  const { dataDir, logsDir, ports, say } = options;
  const release = lockFolder(dataDir);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
    release();
  };
  try {
    privateFolder(logsDir);
    const runDir = runFolder(dataDir);
    await endLeftovers(runDir, say);
    const secrets = loadSecrets(dataDir);
    const children: Child[] = [];
    const started = (child: Child): void => {
      children.push(child);
      stops.push(() => child.stop());
    };

    say('Starting PostgreSQL…');
    started(await startPostgres({ dataDir, toolsDir, logsDir, runDir, port: ports.postgres, password: secrets.postgres, durable: options.durable }));

    if (options.temporalAddress === undefined) {
      const binary = await temporalBinary({ path: options.path, ...(options.temporalCliPath === undefined ? {} : { cliPath: options.temporalCliPath }) }, say);
      say('Starting the Temporal server…');
      const uiPort = options.ui ? { uiPort: ports['temporal-ui'] } : {};
      started(await startTemporal({ binary, dataDir, logsDir, runDir, port: ports.temporal, ...uiPort }));
    } else {
      say(`Using the Temporal server at ${options.temporalAddress}…`);
      await waitForTemporal(options.temporalAddress);
    }

    say('Starting the mail catcher and the sign-in provider…');
    const smtp = await startSmtp({ dataDir, port: ports.smtp, pagePort: ports.mail });
    stops.push(smtp.stop);
    const oidc = await startOidc({ dataDir, port: ports.oidc, clientSecret: secrets.oidcClient });
    stops.push(oidc.stop);

    const uiUrl = options.ui && options.temporalAddress === undefined ? { uiUrl: `http://${loopback}:${ports['temporal-ui']}` } : {};
    const died = Promise.race(children.map((child) => child.died));
    died.catch(() => undefined);
    return {
      addresses: {
        dataDir,
        logsDir,
        temporal: { address: options.temporalAddress ?? `${loopback}:${ports.temporal}`, ...uiUrl },
        postgres: { host: loopback, port: ports.postgres, user: postgresRole, password: secrets.postgres },
        smtp: { url: smtp.url, pageUrl: smtp.pageUrl },
        oidc: { issuer: oidc.issuer, clientId: oidcClientId, clientSecret: secrets.oidcClient },
        secrets: { session: secrets.session, payloadKey: secrets.payloadKey },
      },
      died,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
