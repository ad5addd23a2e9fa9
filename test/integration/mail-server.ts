import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server says to the next mails: accept, a code to the recipient, or a function run once the mail is there, before the answer. */
export type Behaviour = 'accept' | 450 | 550 | ((mail: ParsedMail) => void);

/** A real mail server whose moods a test sets. It keeps what came, refused by nobody. */
export class MailServer {
  behaviour: Behaviour = 'accept';
  readonly received: ParsedMail[] = [];
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens, on the same port as before if there was one. */
  async start(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 50,
      onRcptTo: (_address, _session, answer) => {
        answer(typeof this.behaviour === 'number' ? Object.assign(new Error('told to'), { responseCode: this.behaviour }) : null);
      },
      onData: (stream, _session, answer) => {
        void simpleParser(stream).then((mail) => {
          this.received.push(mail);
          if (typeof this.behaviour === 'function') this.behaviour(mail);
          answer();
        });
      },
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((done) => server.close(() => done()));
  }

  /** Mails to one address, oldest first. */
  to(address: string): ParsedMail[] {
    return this.received.filter((mail) => [mail.to].flat().some((to) => to?.value.some((one) => one.address === address)));
  }
}
