import { HttpException } from '@nestjs/common';

/** What somebody is told whose act is safely received but not yet taken: Temporal is down or slow. */
export interface ReceivedAct {
  readonly command: string;
  readonly receivedAt: string;
  readonly receivedOn: string;
}

/** Answered as 202: the act is kept with its date of receipt, and is taken as soon as the procedure can be reached. */
export class ActReceived extends HttpException {
  constructor(received: ReceivedAct) {
    super({ status: 'received', ...received }, 202);
  }
}
