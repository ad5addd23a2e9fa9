/**
 * Run after the migrations, again and again without harm. Triggers, so that what must be forgotten goes in the transaction of the entry that
 * says so. At the closing who has answered is forgotten and the answers are written anew in an order of chance: neither a place in the table
 * nor a transaction's number leads from an answer to its firm any more.
 */
export const surveyFunctions = [
  `create or replace function forget_survey_firms() returns trigger language plpgsql as $$
     begin
       if new.type = 'survey-closed' then
         update survey_firm set answered = false where survey_id = new.subject_id;
         create temporary table survey_shuffled on commit drop as select answers from survey_answer where survey_id = new.subject_id order by random();
         delete from survey_answer where survey_id = new.subject_id;
         insert into survey_answer (id, survey_id, answers) select gen_random_uuid(), new.subject_id, answers from survey_shuffled;
         drop table survey_shuffled;
       else
         delete from survey_firm where survey_id = new.subject_id;
         update notification set mailbox = null where subject = new.subject_id and facts ? 'firm';
       end if;
       return null;
     end $$`,
  `create or replace trigger survey_firms_forgotten after insert on journal for each row
     when (new.subject_id like 'survey/%' and new.type in ('survey-closed', 'names-erased', 'own-survey-declared', 'survey-not-held')) execute function forget_survey_firms()`,
] as const;
