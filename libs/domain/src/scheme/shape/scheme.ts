import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { record, Text } from './basics.js';
import { Form } from './form.js';
import { days, identity, subject } from './identity.js';
import { Award, Changes, Financing, Monitoring, Renewal, Retention, Survey } from './life.js';
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
  committee: Type.Optional(Committee),
  decision: Decision,
  appeal: Appeal,
  award: Award,
  financing: Type.Optional(Financing),
  monitoring: Type.Optional(Monitoring),
  survey: Type.Optional(Survey),
  renewal: Renewal,
  changes: Type.Optional(Changes),
  retention: Retention,
});

/** One version of one label, as data. */
export type Scheme = Static<typeof SchemeShape>;

/** Shapes that stand in many places: the published schema names them once. The outer ones come first. */
const definitions = { form: Form, text: Text };

/** The JSON Schema (draft 2020-12) that editors read and that `schemes/scheme.schema.json` holds. */
export function schemeJsonSchema(): Record<string, unknown> {
  const $defs = Object.fromEntries(Object.entries(definitions).map(([name, shape]) => [name, referring(shape, name)]));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Estampille scheme', ...referring(SchemeShape), $defs };
}

/** Plain JSON of a shape, with references in place of the named shapes inside it. */
function referring(shape: TSchema, self?: string): Record<string, unknown> {
  const named = Object.entries(definitions).map(([name, definition]) => [name, JSON.stringify(definition)] as const);
  return JSON.parse(
    JSON.stringify(shape, (_key, value: unknown) => {
      const [name] = named.find(([, text]) => JSON.stringify(value) === text) ?? [];
      return name === undefined || name === self ? value : { $ref: `#/$defs/${name}` };
    }),
  ) as Record<string, unknown>;
}
