import type { Static } from '@sinclair/typebox';
import { record } from './basics.js';
import { days, identity, subject } from './identity.js';
import { Award, Financing, Monitoring, Renewal, Retention, Survey } from './life.js';
import { Appeal, Application, Call, Committee, Decision, Grid, Panel } from './procedure.js';

/** The shape of a scheme file: the type, the published JSON Schema and the check at load all come from here. */
export const SchemeShape = record({
  ...identity,
  ...days,
  ...subject,
  call: Call,
  application: Application,
  grid: Grid,
  panel: Panel,
  committee: Committee,
  decision: Decision,
  appeal: Appeal,
  award: Award,
  financing: Financing,
  monitoring: Monitoring,
  survey: Survey,
  renewal: Renewal,
  retention: Retention,
});

/** One version of one label, as data. */
export type Scheme = Static<typeof SchemeShape>;

/** The JSON Schema (draft 2020-12) that editors read and that `schemes/scheme.schema.json` holds. */
export function schemeJsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Estampille scheme',
    ...(JSON.parse(JSON.stringify(SchemeShape)) as object),
  };
}
