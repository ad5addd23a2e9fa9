/**
 * Run after the migrations, again and again without harm. A trigger, so that every way in which scores come in owes the fee, once, in
 * the same transaction; the figures are those of the scheme version under which the appraisal was begun.
 */
export const expertFeeFunctions = [
  `create or replace function owe_expert_fee() returns trigger language plpgsql as $$
     begin
       insert into expert_fee (id, appraisal_id, person_id, call_id, due_at, fee_cents, travel_maximum_cents)
       select gen_random_uuid(), new.id, new.assignee_id, new.call_id, estampille_now(), (v.data #>> '{panel,fee,perFile}')::int, (v.data #>> '{panel,fee,travelMaximum}')::int
       from scheme_version v where v.id = new.scheme_id and exists (select 1 from person p where p.id = new.assignee_id)
       on conflict do nothing;
       return null;
     end $$`,
  `create or replace trigger expert_fee_owed after update of status on subject for each row
     when (new.kind = 'appraisal' and new.status = 'submitted' and old.status <> 'submitted') execute function owe_expert_fee()`,
] as const;
