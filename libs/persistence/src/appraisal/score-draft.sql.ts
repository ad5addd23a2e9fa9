/** Run after the migrations, again and again without harm. A trigger, so that no way of ending an appraisal forgets the draft. */
export const scoreDraftFunctions = [
  `create or replace function forget_score_draft() returns trigger language plpgsql as $$
     begin delete from score_draft where subject_id = new.id; return null; end $$`,
  `create or replace trigger score_draft_forgotten after update of status on subject for each row
     when (new.kind = 'appraisal' and old.status = 'accepted' and new.status <> 'accepted') execute function forget_score_draft()`,
] as const;
