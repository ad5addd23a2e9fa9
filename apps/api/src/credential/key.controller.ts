import { Body, Controller, Get, HttpCode, Inject, Logger, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Config } from '../../../../libs/config/src/config.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { CONFIG } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';
import { CredentialKeysDto, KeyWithdrawalDto } from './credential.dto.js';
import { didOf } from './did.js';
import { KeyStore } from './key.store.js';

/** The keys of the credentials, for who runs the installation. */
@ApiTags('credentials')
@Controller('credentials/keys')
@Access('operator')
export class KeyController {
  private readonly logger = new Logger('CredentialKeys');

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly keys: KeyStore) {}

  @ApiOperation({ summary: 'The keys that sign or signed credentials.' })
  @Get() @ApiOkResponse({ type: CredentialKeysDto })
  async list(): Promise<CredentialKeysDto> {
    const signing = await this.keys.signing();
    const keys = (await this.keys.all()).reverse().map(({ kid, createdAt, publicKeyMultibase, withdrawnAt }) => (
      { kid, createdAt, publicKeyMultibase, state: withdrawnAt !== null ? 'withdrawn' as const : kid === signing.kid ? 'signing' as const : 'retired' as const }));
    return { issuer: didOf(this.config.api.publicUrl), keys };
  }

  @ApiOperation({ summary: 'Rotation: a new key signs from now on.', description: 'What the others signed stays good; their secrets are wiped.' })
  @Post() @ApiCreatedResponse({ type: CredentialKeysDto })
  async rotate(@CurrentCaller() caller: Caller): Promise<CredentialKeysDto> {
    const { kid } = await this.keys.rotate();
    this.logger.warn({ kid, by: caller.personId }, 'A new key signs credentials');
    return this.list();
  }

  @ApiOperation({ summary: 'Gives up a key that may have leaked: everything that it signed is refused from now on.' })
  @Post(':kid/withdrawal') @HttpCode(200) @ApiParam({ name: 'kid', schema: { type: 'string' } }) @ApiOkResponse({ type: CredentialKeysDto })
  async withdraw(@CurrentCaller() caller: Caller, @Param('kid') kid: string, @Body() { understood }: KeyWithdrawalDto): Promise<CredentialKeysDto> {
    if (!understood) throw new Problem(422, 'invalid', {}, [faultAt('/understood', 'flag')]);
    if (!(await this.keys.withdraw(kid))) throw new Problem(404, 'not-found');
    this.logger.warn({ kid, by: caller.personId }, 'A key of credentials was withdrawn');
    return this.list();
  }
}
