import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../http/problem.js';

/** An instalment in an address, `<agreement>-<code>`; anything else is no address. */
@Injectable()
export class InstalmentParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[1-9]\d{0,3}-[a-z0-9-]{1,60}$/.test(value)) throw new Problem(404, 'not-found');
    return value;
  }
}

/** A number from 1 in an address: an agreement, a recovery. */
@Injectable()
export class NumberParam implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new Problem(404, 'not-found');
    return Number(value);
  }
}
