CREATE TABLE "label_credential" (
	"award_id" text PRIMARY KEY NOT NULL,
	"list_index" integer GENERATED ALWAYS AS IDENTITY (sequence name "label_credential_list_index_seq" INCREMENT BY 1 MINVALUE 0 MAXVALUE 2147483647 START WITH 0 CACHE 1),
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "label_credential_list_index_unique" UNIQUE("list_index")
);
--> statement-breakpoint
CREATE TABLE "pole_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pole_id" uuid NOT NULL,
	"change_id" text NOT NULL,
	"what" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_order" (
	"run_id" uuid NOT NULL,
	"subject_id" text NOT NULL,
	"instalment" text NOT NULL,
	"cents" bigint NOT NULL,
	"structure_id" uuid,
	"bank_content_id" uuid NOT NULL,
	CONSTRAINT "payment_order_run_id_subject_id_instalment_pk" PRIMARY KEY("run_id","subject_id","instalment")
);
--> statement-breakpoint
CREATE TABLE "payment_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"ordered_by" uuid NOT NULL,
	CONSTRAINT "payment_run_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "report_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"period" integer NOT NULL,
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
CREATE TABLE "retention_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"pole_id" uuid NOT NULL,
	"scheme_id" text NOT NULL,
	"category" text NOT NULL,
	"from_date" date NOT NULL,
	"until_date" date NOT NULL,
	"status" text NOT NULL,
	"proposal" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decision" text,
	"reference" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"archive_hash" text,
	"archived_at" timestamp (3) with time zone,
	"eliminated_at" timestamp (3) with time zone,
	"eliminated_by" uuid,
	"erased" jsonb,
	CONSTRAINT "retention-file" UNIQUE("file")
);
--> statement-breakpoint
CREATE TABLE "statistic_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scheme" text NOT NULL,
	"on_date" date NOT NULL,
	"tables" jsonb NOT NULL,
	"hash" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"taken_by" uuid NOT NULL,
	CONSTRAINT "statistic-set-name" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "survey_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"survey_id" text NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_firm" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"survey_id" text NOT NULL,
	"pole_id" uuid NOT NULL,
	"name" text NOT NULL,
	"siret" text,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"withheld" boolean DEFAULT false NOT NULL,
	"unsubscribed" boolean DEFAULT false NOT NULL,
	"undeliverable" boolean DEFAULT false NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"listed_by" uuid NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_unsubscription" (
	"pole_id" uuid NOT NULL,
	"address" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_unsubscription_pole_id_address_pk" PRIMARY KEY("pole_id","address")
);
--> statement-breakpoint
CREATE TABLE "calendar_address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_address_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "application_draft" ADD COLUMN "carried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pole" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "pole" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "label_credential" ADD CONSTRAINT "label_credential_award_id_subject_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_change" ADD CONSTRAINT "pole_change_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_document" ADD CONSTRAINT "bank_document_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_document" ADD CONSTRAINT "bank_document_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_run_id_payment_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."payment_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_run" ADD CONSTRAINT "payment_run_ordered_by_person_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_subject_id_subject_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_file" ADD CONSTRAINT "retention_file_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_file" ADD CONSTRAINT "retention_file_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_file" ADD CONSTRAINT "retention_file_eliminated_by_person_id_fk" FOREIGN KEY ("eliminated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistic_set" ADD CONSTRAINT "statistic_set_taken_by_person_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_firm" ADD CONSTRAINT "survey_firm_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_firm" ADD CONSTRAINT "survey_firm_listed_by_person_id_fk" FOREIGN KEY ("listed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_unsubscription" ADD CONSTRAINT "survey_unsubscription_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_address" ADD CONSTRAINT "calendar_address_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pole_change_pole" ON "pole_change" USING btree ("pole_id","effective_on");--> statement-breakpoint
CREATE INDEX "bank_document_subject" ON "bank_document" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "payment_order_subject" ON "payment_order" USING btree ("subject_id","instalment");--> statement-breakpoint
CREATE INDEX "report_file_subject" ON "report_file" USING btree ("subject_id","period");--> statement-breakpoint
CREATE INDEX "retention_file_status" ON "retention_file" USING btree ("status","until_date");--> statement-breakpoint
CREATE INDEX "statistic_set_taken" ON "statistic_set" USING btree ("taken_at","id");--> statement-breakpoint
CREATE INDEX "survey_answer_survey" ON "survey_answer" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "firm-listed" ON "survey_firm" USING btree ("survey_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "firm-siret-listed" ON "survey_firm" USING btree ("survey_id","siret");--> statement-breakpoint
CREATE INDEX "survey_firm_address" ON "survey_firm" USING btree ("pole_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_address_current" ON "calendar_address" USING btree ("person_id") WHERE "calendar_address"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "calendar_address_person" ON "calendar_address" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "change-open" ON "subject" USING btree ("parent_id",(data->>'what')) WHERE kind = 'change' and status in ('under_review', 'incomplete', 'proposed', 'accepted');