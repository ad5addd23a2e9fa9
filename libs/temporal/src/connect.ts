import { Client, Connection } from '@temporalio/client';
import type { Config } from '../../config/src/config.js';
import { payloadConverterOptions } from './codec.js';

/** Where Temporal is, and how one proves who one is. Shared by client and worker. */
export function connectionOptions({ temporal }: Pick<Config, 'temporal'>): { address: string; tls?: true; apiKey?: string } {
  return {
    address: temporal.address,
    ...(temporal.tls ? { tls: true } : {}),
    ...(temporal.apiKey === undefined ? {} : { apiKey: temporal.apiKey }),
  };
}

/** A client that connects when it is first used: the API starts, and receives acts, while Temporal is down. */
export function lazyClient(config: Config): Client {
  return new Client({
    connection: Connection.lazy(connectionOptions(config)),
    namespace: config.temporal.namespace,
    dataConverter: payloadConverterOptions(config.payloadKeys),
  });
}
