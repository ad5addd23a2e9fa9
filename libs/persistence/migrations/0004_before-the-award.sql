CREATE TABLE "call_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"asker_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"wording_fr" text,
	"wording_en" text,
	"answer_fr" text,
	"answer_en" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"published_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "committee_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scheme" text NOT NULL,
	"person_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"themes" text[],
	"chair" boolean NOT NULL,
	"voting" boolean NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "export_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"format" text NOT NULL,
	"address" text NOT NULL,
	"subject" text,
	"extent" integer NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"subject" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"files" integer NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"recipients" integer
);
--> statement-breakpoint
CREATE TABLE "mailing_file" (
	"mailing_id" uuid NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "mailing_file_mailing_id_subject_id_pk" PRIMARY KEY("mailing_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"author_id" uuid NOT NULL,
	"for_authority" boolean DEFAULT false NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	"erased_by" uuid
);
--> statement-breakpoint
CREATE TABLE "note_version" (
	"note_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "note_version_note_id_version_pk" PRIMARY KEY("note_id","version")
);
--> statement-breakpoint
CREATE TABLE "expert_employer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"siren" text NOT NULL,
	"name" text NOT NULL,
	"from_date" date,
	"to_date" date
);
--> statement-breakpoint
CREATE TABLE "expert_fee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"call_id" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fee_cents" integer NOT NULL,
	"travel_cents" integer DEFAULT 0 NOT NULL,
	"travel_maximum_cents" integer NOT NULL,
	"travel_purpose" text,
	"approved_at" timestamp (3) with time zone,
	"approved_by" uuid,
	"export_id" uuid,
	CONSTRAINT "expert_fee_appraisal_id_unique" UNIQUE("appraisal_id")
);
--> statement-breakpoint
CREATE TABLE "expert_interest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"siren" text,
	"pole_id" uuid,
	"name" text NOT NULL,
	"to_date" date
);
--> statement-breakpoint
CREATE TABLE "expert_profile" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"themes" text[] NOT NULL,
	"regions" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"maximum_load" integer,
	"version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fee_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" text,
	"exported_at" timestamp (3) with time zone NOT NULL,
	"exported_by" uuid NOT NULL,
	"lines" integer NOT NULL,
	"total_cents" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "undertaking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"call_id" text NOT NULL,
	"on_date" date NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"scheme_id" text NOT NULL,
	"text_hash" text NOT NULL,
	"entered_by" uuid,
	"scan_id" uuid
);
--> statement-breakpoint
CREATE TABLE "reassignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"deputy_id" uuid,
	"reason" text NOT NULL,
	"files" integer NOT NULL,
	"by_person" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reassignment_file" (
	"reassignment_id" uuid NOT NULL,
	"subject_id" text NOT NULL,
	"from_officer_id" uuid,
	"from_deputy_id" uuid,
	CONSTRAINT "reassignment_file_reassignment_id_subject_id_pk" PRIMARY KEY("reassignment_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "thread_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"n" bigserial NOT NULL,
	"subject_id" text NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"key" text,
	"body_hash" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"mailing_id" uuid,
	"attached_at" timestamp (3) with time zone,
	"attached_by" uuid,
	CONSTRAINT "thread_message_n_unique" UNIQUE("n")
);
--> statement-breakpoint
CREATE TABLE "thread_read" (
	"subject_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"side" text NOT NULL,
	"up_to" bigint NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "thread_read_subject_id_person_id_side_pk" PRIMARY KEY("subject_id","person_id","side")
);
--> statement-breakpoint
DROP INDEX "duplicate-application";--> statement-breakpoint
ALTER TABLE "batch_row" ALTER COLUMN "from_date" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_row" ALTER COLUMN "to_date" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "application_draft" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "attached_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "batch" ADD COLUMN "act" text DEFAULT 'moveDeadline' NOT NULL;--> statement-breakpoint
ALTER TABLE "batch" ADD COLUMN "asked" jsonb;--> statement-breakpoint
ALTER TABLE "batch_row" ADD COLUMN "asked" jsonb;--> statement-breakpoint
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_call_id_subject_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_asker_id_person_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_log" ADD CONSTRAINT "export_log_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_prepared_by_person_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_file" ADD CONSTRAINT "mailing_file_mailing_id_mailing_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_erased_by_person_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_employer" ADD CONSTRAINT "expert_employer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_fee" ADD CONSTRAINT "expert_fee_appraisal_id_subject_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_fee" ADD CONSTRAINT "expert_fee_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_fee" ADD CONSTRAINT "expert_fee_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_fee" ADD CONSTRAINT "expert_fee_export_id_fee_export_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."fee_export"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_interest" ADD CONSTRAINT "expert_interest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_profile" ADD CONSTRAINT "expert_profile_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_profile" ADD CONSTRAINT "expert_profile_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_export" ADD CONSTRAINT "fee_export_exported_by_person_id_fk" FOREIGN KEY ("exported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undertaking" ADD CONSTRAINT "undertaking_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undertaking" ADD CONSTRAINT "undertaking_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassignment" ADD CONSTRAINT "reassignment_officer_id_person_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassignment" ADD CONSTRAINT "reassignment_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassignment" ADD CONSTRAINT "reassignment_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reassignment_file" ADD CONSTRAINT "reassignment_file_reassignment_id_reassignment_id_fk" FOREIGN KEY ("reassignment_id") REFERENCES "public"."reassignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_message" ADD CONSTRAINT "thread_message_attached_by_person_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_question_call" ON "call_question" USING btree ("call_id","asked_at");--> statement-breakpoint
CREATE INDEX "call_question_asker" ON "call_question" USING btree ("asker_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "committee_member_current" ON "committee_member" USING btree ("scheme","person_id") WHERE "committee_member"."until" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "committee_chair" ON "committee_member" USING btree ("scheme") WHERE "committee_member"."until" is null and "committee_member"."chair";--> statement-breakpoint
CREATE INDEX "committee_member_person" ON "committee_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "export_log_at" ON "export_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "export_log_subject" ON "export_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "mailing_prepared" ON "mailing" USING btree ("prepared_at","id");--> statement-breakpoint
CREATE INDEX "note_subject" ON "note" USING btree ("subject_id","written_at");--> statement-breakpoint
CREATE INDEX "expert_employer_person" ON "expert_employer" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "expert_employer_siren" ON "expert_employer" USING btree ("siren");--> statement-breakpoint
CREATE INDEX "expert_fee_person" ON "expert_fee" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "expert_fee_call" ON "expert_fee" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "expert_interest_person" ON "expert_interest" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "undertaking_once" ON "undertaking" USING btree ("person_id","call_id");--> statement-breakpoint
CREATE INDEX "reassignment_at" ON "reassignment" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "reassignment_file_subject" ON "reassignment_file" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_message_key" ON "thread_message" USING btree ("author_id","key");--> statement-breakpoint
CREATE INDEX "thread_message_subject" ON "thread_message" USING btree ("subject_id","n");--> statement-breakpoint
CREATE INDEX "thread_message_to_answer" ON "thread_message" USING btree ("side","answered_at","n");--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal-open" ON "subject" USING btree ("parent_id",(data->>'against')) WHERE kind = 'appeal' and status in ('lodged', 'under_review');--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate-application" ON "subject" USING btree ("call_id","pole_id",coalesce(data->>'renews', '')) WHERE kind = 'application' and status <> 'withdrawn' and (status not in ('inadmissible', 'closed_without_action') or data->>'renews' is null);