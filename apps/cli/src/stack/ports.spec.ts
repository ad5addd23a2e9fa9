import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { anyPorts, choosePorts, loopback, parsePort, serviceNames } from './ports.js';

describe('choosePorts', () => {
  it('keeps the wanted ports that are free, and moves only the service whose port is taken', async () => {
    const wanted = await anyPorts();
    const other = createServer().listen(wanted.mail, loopback);
    await once(other, 'listening');
    const said: string[] = [];
    const chosen = await choosePorts(wanted, new Set(), (line) => said.push(line));
    other.close();
    expect(said).toEqual([`Port ${wanted.mail} (mail) is taken by another program: using ${chosen.mail}.`]);
    expect(chosen.mail).not.toBe(wanted.mail);
    expect({ ...chosen, mail: 0 }).toEqual({ ...wanted, mail: 0 });
    expect(new Set(Object.values(chosen)).size).toBe(serviceNames.length);
  });
});

describe('parsePort', () => {
  it.each(['0', '65536', '80x', '', '-1'])('refuses %s by the name of the setting', (text) => {
    expect(() => parsePort(text, '--port-api')).toThrow(/--port-api/);
  });
});
