import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../apps/cli/src/stack/ports.js';
import { startSmtp, type SmtpCatcher } from '../../apps/cli/src/stack/smtp.js';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { freshSpace, runningSpace, servers } from '../stack/stack.js';

describe('a space', () => {
  it('has a migrated database and a namespace of its own, and can be opened again', async () => {
    const space = await freshSpace('servers');
    const client = new Client(space.databaseUrl);
    await client.connect();
    const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('person') is not null as exists`);
    await client.end();
    expect(rows).toEqual([{ exists: true }]);
    expect(space.env['TEMPORAL_NAMESPACE']).toBe(space.name);
  });
});

describe('api and worker', () => {
  it('can be killed and put back, and stop when asked', async () => {
    const running = await runningSpace('restart');
    await running.worker.kill();
    expect(await running.worker.ended).toBe('SIGKILL');
    running.worker = await startWorker(running);
    expect((await fetch(`${running.apiUrl}/api/ready`)).status).toBe(200);
    await running.stop();
    expect(await Promise.all([running.api.ended, running.worker.ended])).not.toContain('SIGKILL');
  });
});

describe('the mail catcher', () => {
  let folder: string;
  let smtp: SmtpCatcher;
  const sendTo = async (to: string): Promise<unknown> => {
    const transport = createTransport(smtp.url);
    try {
      return await transport.sendMail({ from: 'label@example.org', to, subject: 'Bonjour <é>', text: 'Texte', html: '<p>Texte</p>', messageId: '<k@estampille>' });
    } finally {
      transport.close();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'estampille-mail-'));
    smtp = await startSmtp({ dataDir: folder, port: await freePort(), pagePort: await freePort() });
  });
  afterAll(async () => {
    await smtp.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps a mail and shows it', async () => {
    await sendTo('A@example.org');
    const found = (await (await fetch(`${smtp.pageUrl}/api/messages?to=a@example.org`)).json()) as unknown[];
    expect(found).toEqual([
      expect.objectContaining({ messageId: '<k@estampille>', to: ['a@example.org'], from: 'label@example.org', subject: 'Bonjour <é>', html: '<p>Texte</p>' }),
    ]);
    const list = await (await fetch(smtp.pageUrl)).text();
    expect(list).toContain('Bonjour &lt;é&gt;');
    const html = await fetch(`${smtp.pageUrl}/messages/0000001/html`);
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('refuses for a while, or leaves the sender in doubt, when a test asks', async () => {
    smtp.behave({ mode: 'refuse' });
    await expect(sendTo('b@example.org')).rejects.toMatchObject({ responseCode: 451 });
    smtp.behave({ mode: 'drop-after-data' });
    await expect(sendTo('c@example.org')).rejects.toThrow();
    smtp.behave({ mode: 'accept' });
    expect(smtp.mails.find({ to: 'b@example.org' })).toEqual([]);
    expect(smtp.mails.find({ to: 'c@example.org' })).toHaveLength(1);
  });
});

describe('the sign-in provider', () => {
  it('asks for PKCE and accepts our callback on any port of the loopback, and no other address', async () => {
    const { issuer, clientId } = servers().oidc;
    const ask = (redirect: string, more: Record<string, string> = {}): Promise<Response> =>
      fetch(`${issuer}/auth?${new URLSearchParams({ client_id: clientId, response_type: 'code', scope: 'openid email profile', redirect_uri: redirect, ...more }).toString()}`, { redirect: 'manual' });
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
    expect((await ask('http://127.0.0.1:4999/api/auth/callback', challenge)).headers.get('location')).toContain('/interaction/');
    expect((await ask('http://127.0.0.1:4999/api/auth/callback')).headers.get('location')).toContain('error=invalid_request');
    expect((await ask('http://evil.example/api/auth/callback', challenge)).status).toBe(400);
  });
});
