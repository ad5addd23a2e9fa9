import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can hold (nothing leaves towards the server) or cut. The real bytes of the real programs pass. */
export class Link {
  private readonly pairs = new Set<{ near: Socket; far: Socket }>();
  private held = false;
  private isCut = false;

  private constructor(private readonly server: Server, readonly address: string) {}

  static async to(target: string): Promise<Link> {
    const [host = '', port = ''] = target.split(':');
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    if (at === null || typeof at === 'string') throw new Error('no port');
    const link = new Link(server, `127.0.0.1:${at.port}`);
    server.on('connection', (near) => link.join(near, connect(Number(port), host)));
    return link;
  }

  /** What the near side sends stays on the way until `release`. */
  hold(): void {
    this.held = true;
    for (const { near } of this.pairs) near.pause();
  }

  release(): void {
    this.held = false;
    for (const { near } of this.pairs) near.resume();
  }

  /** Ends every connection and refuses new ones until `restore`. */
  cut(): void {
    this.isCut = true;
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  restore(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    if (this.isCut) {
      near.destroy();
      far.destroy();
      return;
    }
    const pair = { near, far };
    this.pairs.add(pair);
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => near.write(chunk));
    const end = () => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
    if (this.held) near.pause();
  }
}
