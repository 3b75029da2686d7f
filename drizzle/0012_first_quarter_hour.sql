ALTER TABLE "email_tokens" ADD COLUMN "new_email" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "first_steps_left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "sign_in_by" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "invite_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "snapshot_retention_days" integer DEFAULT 730;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "delivery_retention_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "notice_retention_days" integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "goes_without_data" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "deletion_due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "verifications_reviewed" ON "verifications" USING btree ("workspace_id","id") WHERE result <> 'published';