import { scoreDraftFunctions } from '../appraisal/score-draft.sql.js';
import { applyChangeFunctions } from '../change/apply-change.sql.js';
import { credentialFunctions } from '../award/credential.sql.js';
import { expertFeeFunctions } from '../panel/expert-fee.sql.js';
import { surveyFunctions } from '../survey/survey.sql.js';

/** SQL that drizzle does not generate; run after the migrations, each statement again and again without harm. */
export const functions = [
  `insert into clock (id, mode) values (1, 'real') on conflict do nothing`,
  // The Clock, for every default and comparison in SQL. Milliseconds, so that what is stored is what was read.
  `create or replace function estampille_now() returns timestamptz language sql volatile as $$
     select date_trunc('milliseconds', case mode when 'stepped' then virtual_now else clock_timestamp() + offset_ms * interval '1 millisecond' end)
     from clock where id = 1 $$`,
  // The journal is only ever added to. Erasure touches content, never entries.
  `create or replace function journal_is_append_only() returns trigger language plpgsql as $$
     begin raise exception 'the journal is append-only'; end $$`,
  `create or replace trigger journal_append_only before update or delete on journal for each row execute function journal_is_append_only()`,
  ...scoreDraftFunctions,
  ...expertFeeFunctions,
  ...credentialFunctions,
  ...applyChangeFunctions,
  ...surveyFunctions,
] as const;
