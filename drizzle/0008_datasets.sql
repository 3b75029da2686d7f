CREATE TABLE "datasets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"retention_days" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "datasets_identity" UNIQUE("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_marks" (
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"sentence" text NOT NULL,
	"source_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_marks_document_id_mark_source_id_pk" PRIMARY KEY("document_id","mark","source_id")
);
--> statement-breakpoint
CREATE TABLE "import_plans" (
	"workspace_id" uuid NOT NULL,
	"shape" text NOT NULL,
	"plan" jsonb NOT NULL,
	"dataset_id" uuid,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_plans_workspace_id_shape_pk" PRIMARY KEY("workspace_id","shape")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"detected" jsonb,
	"plan" jsonb,
	"dataset_id" uuid,
	"snapshot_id" uuid,
	"progress" jsonb,
	"report" jsonb,
	"problem" text,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"alive_at" timestamp (3) with time zone,
	CONSTRAINT "imports_identity" UNIQUE("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "measure_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "measure_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"milliseconds" double precision NOT NULL,
	"count" integer,
	"base" integer,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"is_baseline" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"count" integer,
	"base" integer,
	"entered" integer,
	"left" integer,
	"profile" jsonb,
	"drift" jsonb,
	"problem" text,
	"measured_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measures_document_id_version_snapshot_id_pk" PRIMARY KEY("document_id","version","snapshot_id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"as_of" date NOT NULL,
	"time_zone" text NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"customers" integer NOT NULL,
	"events" bigint DEFAULT 0 NOT NULL,
	"bytes" bigint NOT NULL,
	"catalog" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_because" text,
	CONSTRAINT "snapshots_identity" UNIQUE("workspace_id","id"),
	CONSTRAINT "snapshots_number" UNIQUE("dataset_id","number")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_marks" ADD CONSTRAINT "document_marks_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_plans" ADD CONSTRAINT "import_plans_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_plans" ADD CONSTRAINT "import_plans_workspace_id_dataset_id_datasets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dataset_id") REFERENCES "public"."datasets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_dataset_id_datasets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dataset_id") REFERENCES "public"."datasets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_runs" ADD CONSTRAINT "measure_runs_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_workspace_id_document_id_documents_workspace_id_id_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."documents"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_workspace_id_snapshot_id_snapshots_workspace_id_id_fk" FOREIGN KEY ("workspace_id","snapshot_id") REFERENCES "public"."snapshots"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_workspace_id_dataset_id_datasets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dataset_id") REFERENCES "public"."datasets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("workspace_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "measure_runs_document" ON "measure_runs" USING btree ("workspace_id","document_id","id");--> statement-breakpoint
CREATE INDEX "measures_snapshot" ON "measures" USING btree ("snapshot_id");