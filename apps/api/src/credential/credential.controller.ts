import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Config } from '../../../../libs/config/src/config.js';
import { Access } from '../auth/access.js';
import { CONFIG } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import { Revalidated } from '../http/revalidated.js';
import { HasNumber, NumberParam } from '../register/label-number.js';
import { CredentialService } from './credential.service.js';
import { didDocument } from './did.js';
import { KeyStore } from './key.store.js';
import { type Purpose, purposes } from './status-list.js';

const object = { schema: { type: 'object', additionalProperties: true } } as const;

/** What a program needs to trust a label without asking us again: the signed credential, the lists, the keys. */
@ApiTags('credentials')
@Controller()
@Access('public')
export class CredentialController {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly credentials: CredentialService, private readonly keys: KeyStore) {}

  @ApiOperation({ summary: 'The label as a signed credential: Open Badges 3.0, W3C Verifiable Credentials 2.0.', description: 'Only while the label is in force or about to be; its status is read in the lists that it names.' })
  @Get('register/:number/credential') @Revalidated() @Header('content-type', 'application/vc') @HasNumber() @ApiProduces('application/vc') @ApiOkResponse(object)
  async credential(@NumberParam() number: string): Promise<string> {
    return JSON.stringify(await this.credentials.ofNumber(number));
  }

  @ApiOperation({ summary: 'A status list: a bit for each credential, set while it is revoked or suspended (W3C Bitstring Status List).' })
  @Get('credentials/status/:purpose/:list') @Revalidated() @Header('content-type', 'application/vc') @ApiParam({ name: 'purpose', enum: purposes }) @ApiParam({ name: 'list', schema: { type: 'integer', minimum: 1 } })
  @ApiProduces('application/vc') @ApiOkResponse(object)
  async list(@Param('purpose') purpose: string, @Param('list') list: string): Promise<string> {
    if (!(purposes as readonly string[]).includes(purpose) || !/^[1-9]\d{0,5}$/.test(list)) throw new Problem(404, 'not-found');
    return JSON.stringify(await this.credentials.list(purpose as Purpose, Number(list)));
  }

  @ApiOperation({ summary: 'The issuer’s document: the public keys of the credentials (did:web).' })
  @Get('.well-known/did.json') @Revalidated() @Header('content-type', 'application/did+ld+json') @ApiProduces('application/did+ld+json') @ApiOkResponse(object)
  async did(): Promise<string> {
    return JSON.stringify(didDocument(this.config.api.publicUrl, await this.keys.all()));
  }
}
