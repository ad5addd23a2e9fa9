/**
 * Run after the migrations, again and again without harm. A trigger, so that a label never comes into force without the place of its
 * credential, by whichever way; labels of releases that knew no credentials get theirs at the start.
 */
export const credentialFunctions = [
  `create or replace function place_label_credential() returns trigger language plpgsql as $$
     begin
       insert into label_credential (award_id, given_at) select new.subject_id, new.recorded_at
       where not exists (select 1 from label_credential where award_id = new.subject_id);
       return null;
     end $$`,
  `create or replace trigger label_credential_placed after insert on journal for each row
     when (new.type in ('activated', 'imported') and new.subject_id like 'award/%') execute function place_label_credential()`,
  `insert into label_credential (award_id, given_at) select s.id, s.changed_at from subject s
     where s.kind = 'award' and s.data->>'activatedOn' is not null and not exists (select 1 from label_credential c where c.award_id = s.id) order by s.id`,
] as const;
