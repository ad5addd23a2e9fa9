CREATE TABLE "application_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"pole_id" uuid NOT NULL,
	"scheme_id" text NOT NULL,
	"renews" text,
	"answers" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"superseded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"question" text,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "submitted_draft" (
	"application_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb,
	"attachments" jsonb NOT NULL,
	"salt" text NOT NULL,
	"hash" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submitted_draft_application_id_version_pk" PRIMARY KEY("application_id","version")
);
--> statement-breakpoint
CREATE TABLE "score_draft" (
	"subject_id" text PRIMARY KEY NOT NULL,
	"marks" jsonb NOT NULL,
	"comments" jsonb NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" text NOT NULL,
	"version" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"deadline_kind" text NOT NULL,
	"to_date" date,
	"by_duration" text,
	"reason_id" uuid NOT NULL,
	"status" text NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_as" text,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"next_start_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "batch_row" (
	"batch_id" uuid NOT NULL,
	"subject_id" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"code" text,
	"command_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "batch_row_batch_id_subject_id_pk" PRIMARY KEY("batch_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "report_draft" (
	"subject_id" text NOT NULL,
	"period" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	CONSTRAINT "report_draft_subject_id_period_pk" PRIMARY KEY("subject_id","period")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"subject" text NOT NULL,
	"draft_id" uuid,
	"template" text NOT NULL,
	"facts" jsonb NOT NULL,
	"person_id" uuid,
	"mailbox" text,
	"locale" text NOT NULL,
	"significant" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"in_doubt_count" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp(3) with time zone,
	"while_status" text[],
	"message_id" text NOT NULL,
	"last_error" text,
	"claimed_by" uuid,
	"lease_until" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"resent_at" timestamp(3) with time zone,
	"resent_by" uuid,
	"bounced_at" timestamp(3) with time zone,
	"bounce_kind" text,
	"bounce_detail" text,
	CONSTRAINT "notification_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "absence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "mandate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pole_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"dated" date NOT NULL,
	"until" date,
	"document_id" uuid,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"issuer" text,
	"subject" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "person_role_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "pole" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"themes" text[] NOT NULL,
	"territory" text NOT NULL,
	"shared_mailbox" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "pole_carrier" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pole_id" uuid NOT NULL,
	"structure_id" uuid NOT NULL,
	"siret" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date
);
--> statement-breakpoint
CREATE TABLE "pole_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pole_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"ended_at" timestamp with time zone,
	"added_by" uuid,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "structure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"siren" text NOT NULL,
	"rna" text,
	"name" text NOT NULL,
	"legal_form" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "structure_siren_unique" UNIQUE("siren"),
	CONSTRAINT "structure_rna_unique" UNIQUE("rna")
);
--> statement-breakpoint
CREATE TABLE "structure_site" (
	"siret" text PRIMARY KEY NOT NULL,
	"structure_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"mode" text NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	"virtual_now" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"subject_id" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"facts" jsonb NOT NULL,
	"content" jsonb,
	"channel" text DEFAULT 'online' NOT NULL,
	"on_behalf_of" uuid,
	"received_at" timestamp (3) with time zone NOT NULL,
	"effective_on" date NOT NULL,
	"starts_with" text,
	"outcome" jsonb,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"salt" text NOT NULL,
	"body" jsonb,
	"hash" text NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"subject_id" text NOT NULL,
	"kind" text NOT NULL,
	"mark" text NOT NULL,
	"offset" text NOT NULL,
	"state" text NOT NULL,
	"on_date" date NOT NULL,
	"zone" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"fires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deadline_subject_id_kind_mark_offset_pk" PRIMARY KEY("subject_id","kind","mark","offset")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"subject_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"act" text NOT NULL,
	"by" text NOT NULL,
	"source" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"command_id" uuid,
	"facts" jsonb NOT NULL,
	"content" jsonb,
	"armed" jsonb NOT NULL,
	"disarmed" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "journal_subject_id_seq_pk" PRIMARY KEY("subject_id","seq")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"sender_id" text NOT NULL,
	"key" text NOT NULL,
	"receiver_id" text NOT NULL,
	"act" text NOT NULL,
	"facts" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"effective_on" date NOT NULL,
	"starts" boolean NOT NULL,
	"scheme_id" text NOT NULL,
	"outcome" jsonb,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheme_version" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"hash" text NOT NULL,
	"data" jsonb NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subject" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"seq" integer NOT NULL,
	"data" jsonb NOT NULL,
	"deadlines" jsonb NOT NULL,
	"scheme_id" text NOT NULL,
	"call_id" text,
	"pole_id" uuid,
	"parent_id" text,
	"assignee_id" uuid,
	"officer_id" uuid,
	"deputy_id" uuid,
	"head" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"ended" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_scheme_id_scheme_version_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_application_id_application_draft_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_draft" ADD CONSTRAINT "submitted_draft_application_id_application_draft_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_draft" ADD CONSTRAINT "score_draft_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch" ADD CONSTRAINT "batch_reason_id_content_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."content"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_row" ADD CONSTRAINT "batch_row_batch_id_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_holder_id_person_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole" ADD CONSTRAINT "pole_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_carrier" ADD CONSTRAINT "pole_carrier_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_carrier" ADD CONSTRAINT "pole_carrier_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_carrier" ADD CONSTRAINT "pole_carrier_siret_structure_site_siret_fk" FOREIGN KEY ("siret") REFERENCES "public"."structure_site"("siret") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_member" ADD CONSTRAINT "pole_member_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_member" ADD CONSTRAINT "pole_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_member" ADD CONSTRAINT "pole_member_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_site" ADD CONSTRAINT "structure_site_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command" ADD CONSTRAINT "command_starts_with_scheme_version_id_fk" FOREIGN KEY ("starts_with") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subject" ADD CONSTRAINT "subject_scheme_id_scheme_version_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_draft_once" ON "application_draft" USING btree ("call_id","pole_id") WHERE not "application_draft"."superseded";--> statement-breakpoint
CREATE INDEX "application_draft_pole" ON "application_draft" USING btree ("pole_id");--> statement-breakpoint
CREATE INDEX "attachment_application" ON "attachment" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_version" ON "batch" USING btree ("call_id","version");--> statement-breakpoint
CREATE INDEX "batch_start" ON "batch" USING btree ("next_start_at");--> statement-breakpoint
CREATE INDEX "batch_row_waiting" ON "batch_row" USING btree ("batch_id","state","attempts");--> statement-breakpoint
CREATE INDEX "notification_due" ON "notification" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "notification_subject" ON "notification" USING btree ("subject","created_at");--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "absence_person" ON "absence" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "api_token_person" ON "api_token" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mandate_pole" ON "mandate" USING btree ("pole_id","holder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_identity" ON "person" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "person_role_role" ON "person_role" USING btree ("role");--> statement-breakpoint
CREATE INDEX "pole_name" ON "pole" USING btree ("name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pole_carrier_current" ON "pole_carrier" USING btree ("pole_id") WHERE "pole_carrier"."to_date" is null;--> statement-breakpoint
CREATE INDEX "pole_carrier_siret" ON "pole_carrier" USING btree ("siret");--> statement-breakpoint
CREATE UNIQUE INDEX "pole_member_current" ON "pole_member" USING btree ("pole_id","person_id","role") WHERE "pole_member"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pole_member_person" ON "pole_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "structure_site_structure" ON "structure_site" USING btree ("structure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "command_key" ON "command" USING btree ("actor_id","key");--> statement-breakpoint
CREATE INDEX "command_waiting" ON "command" USING btree ("next_attempt_at") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "command_subject" ON "command" USING btree ("subject_id","received_at");--> statement-breakpoint
CREATE INDEX "content_subject" ON "content" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "deadline_armed" ON "deadline" USING btree ("fires_at") WHERE state = 'armed';--> statement-breakpoint
CREATE INDEX "journal_command" ON "journal" USING btree ("command_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_key" ON "message" USING btree ("sender_id","key");--> statement-breakpoint
CREATE INDEX "message_waiting" ON "message" USING btree ("next_attempt_at") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "message_receiver" ON "message" USING btree ("receiver_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "subject_kind_status" ON "subject" USING btree ("kind","status","changed_at");--> statement-breakpoint
CREATE INDEX "subject_call" ON "subject" USING btree ("call_id","kind");--> statement-breakpoint
CREATE INDEX "subject_pole" ON "subject" USING btree ("pole_id","kind");--> statement-breakpoint
CREATE INDEX "subject_parent" ON "subject" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "subject_assignee" ON "subject" USING btree ("assignee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate-application" ON "subject" USING btree ("call_id","pole_id") WHERE kind = 'application' and status <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "label-number" ON "subject" USING btree ((data->>'number')) WHERE kind = 'award';