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
ALTER TABLE "application_draft" ADD COLUMN "carried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_firm" ADD CONSTRAINT "survey_firm_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_firm" ADD CONSTRAINT "survey_firm_listed_by_person_id_fk" FOREIGN KEY ("listed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_unsubscription" ADD CONSTRAINT "survey_unsubscription_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_answer_survey" ON "survey_answer" USING btree ("survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "firm-listed" ON "survey_firm" USING btree ("survey_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "firm-siret-listed" ON "survey_firm" USING btree ("survey_id","siret");--> statement-breakpoint
CREATE INDEX "survey_firm_address" ON "survey_firm" USING btree ("pole_id","email_key");