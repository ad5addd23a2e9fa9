CREATE TABLE "pole_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pole_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"until" date,
	"to_confirm" boolean DEFAULT false NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "structure_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"structure_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "application_draft_once";--> statement-breakpoint
DROP INDEX "duplicate-application";--> statement-breakpoint
ALTER TABLE "application_draft" ADD COLUMN "closes_on" date;--> statement-breakpoint
ALTER TABLE "pole_member" ADD COLUMN "to_confirm" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pole_member" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "pole_member" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pole_member" ADD COLUMN "confirmed_for" text;--> statement-breakpoint
ALTER TABLE "pole_invitation" ADD CONSTRAINT "pole_invitation_pole_id_pole_id_fk" FOREIGN KEY ("pole_id") REFERENCES "public"."pole"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_invitation" ADD CONSTRAINT "pole_invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pole_invitation" ADD CONSTRAINT "pole_invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_change" ADD CONSTRAINT "structure_change_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_change" ADD CONSTRAINT "structure_change_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pole_invitation_open" ON "pole_invitation" USING btree ("pole_id","person_id","role") WHERE "pole_invitation"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pole_invitation_person" ON "pole_invitation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "structure_change_structure" ON "structure_change" USING btree ("structure_id");--> statement-breakpoint
ALTER TABLE "pole_member" ADD CONSTRAINT "pole_member_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_draft_once" ON "application_draft" USING btree ("call_id","pole_id",coalesce("renews", '')) WHERE not "application_draft"."superseded";--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate-application" ON "subject" USING btree ("call_id","pole_id",coalesce(data->>'renews', '')) WHERE kind = 'application' and status <> 'withdrawn' and (status <> 'inadmissible' or data->>'renews' is null);