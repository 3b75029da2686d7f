-- The second wall: what the application's role can't do even if the code above it forgets a condition.
-- Grants are not made here, since the role's name belongs to the installation: see src/server/db/migrate.ts.

-- Who asks, set for one transaction by src/server/access. Empty and unset both mean nobody.
CREATE FUNCTION acting_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint

-- Row-level security on every table of a workspace. FORCE is left out on purpose: the owner migrates data.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitations', 'audit_events', 'documents', 'drafts', 'draft_edits', 'versions', 'restore_points'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint

-- People see their own memberships before a workspace is chosen.
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON memberships
  USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()));
--> statement-breakpoint
CREATE POLICY own_memberships ON memberships FOR SELECT USING (user_id = (SELECT acting_user()));
--> statement-breakpoint
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspaces
  USING (id = (SELECT acting_workspace())) WITH CHECK (id = (SELECT acting_workspace()));
--> statement-breakpoint
CREATE POLICY joined_workspaces ON workspaces FOR SELECT
  USING (id IN (SELECT workspace_id FROM memberships WHERE user_id = (SELECT acting_user())));
--> statement-breakpoint

-- The door: makes person and workspace those of the transaction, if the one belongs to the other.
CREATE FUNCTION open_scope(person uuid, workspace uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE held text;
BEGIN
  PERFORM set_config('app.user_id', person::text, true);
  SELECT role INTO held FROM memberships WHERE workspace_id = workspace AND user_id = person;
  IF held IS NOT NULL THEN
    PERFORM set_config('app.workspace_id', workspace::text, true);
  END IF;
  RETURN held;
END $$;
--> statement-breakpoint

-- An invitation is looked up by its token before its workspace is known; nothing else about it is shown.
CREATE FUNCTION find_invitation(hash text)
RETURNS TABLE (workspace_id uuid, workspace_name text, invitation_id uuid, email text, role text, inviter_name text,
               expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.workspace_id, w.name, i.id, i.email, i.role, u.name, i.expires_at, i.accepted_at, i.revoked_at
  FROM invitations i JOIN workspaces w ON w.id = i.workspace_id JOIN users u ON u.id = i.invited_by
  WHERE i.token_hash = hash
$$;
--> statement-breakpoint

-- Jobs join the queue inside the transaction that makes them true; the queue itself belongs to the worker.
CREATE FUNCTION enqueue_job(task text, payload json, key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key => key, job_key_mode => 'unsafe_dedupe', max_attempts => 12);
END $$;
--> statement-breakpoint

-- Append-only tables refuse change for everybody, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['versions', 'draft_edits', 'audit_events'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Versions are numbered 1, 2, 3 … without gaps, whoever inserts them.
CREATE FUNCTION number_without_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE newest integer;
BEGIN
  SELECT coalesce(max(number), 0) INTO newest FROM versions WHERE document_id = NEW.document_id;
  IF NEW.number <> newest + 1 THEN
    RAISE EXCEPTION 'version % would leave a gap after %', NEW.number, newest USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER number_without_gaps BEFORE INSERT ON versions FOR EACH ROW EXECUTE FUNCTION number_without_gaps();
--> statement-breakpoint
ALTER TABLE documents ADD CONSTRAINT documents_current_version FOREIGN KEY (id, current_version) REFERENCES versions (document_id, number);
--> statement-breakpoint

-- Counters of the rate limiter. Unlogged: they need not outlive a crash, and they are written often.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
