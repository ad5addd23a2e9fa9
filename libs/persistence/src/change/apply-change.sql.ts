/**
 * Run after the migrations, again and again without harm. A trigger, so that the records of a pole change in the transaction that records the
 * effect of an accepted change, or not at all. Facts are ids, codes and dates; names come from the request's content.
 */
export const applyChangeFunctions = [
  `create or replace function move_carrier(of_pole uuid, to_structure uuid, to_siret text, on_day date) returns void language plpgsql as $$
     begin
       insert into structure_site (siret, structure_id) values (to_siret, to_structure) on conflict do nothing;
       update pole_carrier set to_date = greatest(from_date, on_day - 1) where pole_id = of_pole and to_date is null;
       insert into pole_carrier (id, pole_id, structure_id, siret, from_date) values (gen_random_uuid(), of_pole, to_structure, to_siret, on_day);
     end $$`,
  `create or replace function apply_change() returns trigger language plpgsql as $$
     declare
       f jsonb := new.facts;
       said jsonb := coalesce((select body from content where id = (new.content->>'id')::uuid), '{}');
       own pole%rowtype;
       carried pole_carrier%rowtype;
       carrier structure%rowtype;
       decider uuid;
       one uuid;
       on_day date := (f->>'effectiveOn')::date;
       old jsonb := '{}';
       is_now jsonb := '{}';
     begin
       select * into own from pole where id = (f->>'pole')::uuid for update;
       if not found then return null; end if;
       select * into carried from pole_carrier where pole_id = own.id and to_date is null;
       select * into carrier from structure where id = carried.structure_id;
       select p.id into decider from journal j join command c on c.id = j.command_id join person p on p.id = c.actor_id
         where j.subject_id = new.subject_id and j.type = 'change-accepted' order by j.seq desc limit 1;
       case f->>'what'
         when 'rename' then
           if f->>'of' = 'structure' then
             old := jsonb_build_object('structure', carrier.name);
             is_now := jsonb_build_object('structure', coalesce(said->>'name', carrier.name));
             if decider is not null and carrier.id is not null then
               insert into structure_change (id, structure_id, before, reason, changed_by, changed_at) values (gen_random_uuid(), carrier.id,
                 jsonb_build_object('name', carrier.name, 'rna', carrier.rna, 'legalForm', carrier.legal_form), coalesce(said->>'why', ''), decider, estampille_now());
             end if;
             update structure set name = coalesce(said->>'name', name) where id = carrier.id;
           else
             old := jsonb_build_object('name', own.name);
             is_now := jsonb_build_object('name', coalesce(said->>'name', own.name));
             update pole set name = coalesce(said->>'name', name) where id = own.id;
           end if;
         when 'move' then
           old := jsonb_build_object('siret', carried.siret, 'territory', own.territory);
           is_now := jsonb_build_object('siret', f->>'siret', 'territory', coalesce(said->>'territory', own.territory));
           perform move_carrier(own.id, carrier.id, f->>'siret', on_day);
           update pole set territory = coalesce(said->>'territory', territory) where id = own.id;
         when 'carrier' then
           insert into structure (id, siren, rna, name, legal_form, created_at)
             values (gen_random_uuid(), left(f->>'siret', 9), (select said->>'rna' where not exists (select from structure where rna = said->>'rna')),
               coalesce(said->>'name', left(f->>'siret', 9)), coalesce(said->>'legalForm', carrier.legal_form), estampille_now()) on conflict (siren) do nothing;
           select id into one from structure where siren = left(f->>'siret', 9);
           old := jsonb_build_object('structure', carrier.id, 'siret', carried.siret);
           is_now := jsonb_build_object('structure', one, 'siret', f->>'siret');
           perform move_carrier(own.id, one, f->>'siret', on_day);
         when 'merger' then
           is_now := jsonb_build_object('closedOn', on_day, 'mergedInto', f->>'into');
           update pole set closed_on = on_day, merged_into = (f->>'into')::uuid where id = own.id;
         when 'closure' then
           is_now := jsonb_build_object('closedOn', on_day);
           update pole set closed_on = on_day where id = own.id;
         when 'manager' then
           insert into person (id, email, name, locale, created_at) select gen_random_uuid(), lower(said->>'email'), coalesce(said->>'name', said->>'email'), 'fr', estampille_now()
             where said->>'email' is not null on conflict do nothing;
           select id into one from person where email = lower(said->>'email');
           if one is not null then
             old := jsonb_build_object('representatives', (select coalesce(jsonb_agg(person_id), '[]') from pole_member where pole_id = own.id and role = 'legal_representative' and ended_at is null));
             is_now := jsonb_build_object('representatives', jsonb_build_array(one));
             update pole_member set ended_at = estampille_now(), until = greatest(since, on_day - 1) where pole_id = own.id and role = 'legal_representative' and ended_at is null;
             insert into pole_member (id, pole_id, person_id, role, since, added_by, reason, to_confirm, confirmed_by, confirmed_at, confirmed_for)
               values (gen_random_uuid(), own.id, one, 'legal_representative', on_day, decider, said->>'why', false, decider, estampille_now(), said->>'why');
           end if;
         else null;
       end case;
       insert into pole_change (id, pole_id, change_id, what, before, after, effective_on, recorded_at)
         values (gen_random_uuid(), own.id, new.subject_id, f->>'what', old, is_now, on_day, estampille_now());
       return null;
     end $$`,
  `create or replace trigger change_applied after insert on journal for each row when (new.type = 'change-effected') execute function apply_change()`,
] as const;
