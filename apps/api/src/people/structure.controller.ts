import { Body, Controller, Inject, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkRna } from '../../../../libs/domain/src/identifiers/rna.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { changeStructure } from '../../../../libs/persistence/src/people/structure.commands.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Problem } from '../http/problem.js';
import { StructureChangeDto, StructureDto } from './pole.dto.js';
import { checkSchemeCodes } from './scheme-codes.js';

@ApiTags('poles')
@Controller('structures')
export class StructureController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'Corrects what the first comer said of a structure; the reason is kept with what stood before.' })
  @Patch(':id') @Access('secretariat') @HasId() @ApiOkResponse({ type: StructureDto })
  async change(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { rna, ...body }: StructureChangeDto): Promise<StructureDto> {
    const checked = typeof rna === 'string' ? checkRna(rna) : undefined;
    if (checked && !checked.ok) throw new Problem(422, 'rna-invalid', {}, [faultAt('/rna', checked.code)]);
    if (body.legalForm !== undefined) await checkSchemeCodes(this.db, { legalForm: { pointer: '/legalForm', code: body.legalForm } });
    const changed = await changeStructure(this.db, id, { ...body, rna: checked ? checked.value : rna, by: caller.personId });
    if (!changed.ok) throw new Problem(changed.code === 'not-found' ? 404 : 409, changed.code);
    return changed.structure;
  }
}
