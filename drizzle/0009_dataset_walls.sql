-- The second wall for customer data and what is measured on them.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['datasets', 'document_marks', 'import_plans', 'imports', 'measure_runs', 'measures', 'snapshots'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint

-- As in 0007, with what was added here.
CREATE OR REPLACE FUNCTION delete_document(document uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM memberships
    WHERE workspace_id = acting_workspace() AND user_id = acting_user() AND role IN ('admin', 'owner');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only admins and owners delete documents' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM documents WHERE id = document AND workspace_id = acting_workspace() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.deleting_document', document::text, true);
  UPDATE documents SET current_version = NULL WHERE id = document;
  DELETE FROM document_marks WHERE document_id = document OR source_id = document;
  DELETE FROM measure_runs WHERE document_id = document;
  DELETE FROM measures WHERE document_id = document;
  DELETE FROM notifications WHERE workspace_id = acting_workspace() AND subject ->> 'documentId' = document::text;
  DELETE FROM approvals WHERE document_id = document;
  DELETE FROM approval_requests WHERE document_id = document;
  DELETE FROM document_verifiers WHERE document_id = document;
  DELETE FROM document_texts WHERE document_id = document;
  DELETE FROM threads WHERE document_id = document;
  DELETE FROM activities WHERE document_id = document;
  DELETE FROM restore_points WHERE document_id = document;
  DELETE FROM bad_body_updates WHERE document_id = document;
  DELETE FROM body_updates WHERE document_id = document;
  DELETE FROM bodies WHERE document_id = document;
  DELETE FROM draft_edits WHERE document_id = document;
  DELETE FROM versions WHERE document_id = document;
  DELETE FROM drafts WHERE document_id = document;
  DELETE FROM documents WHERE id = document;
  PERFORM set_config('app.deleting_document', '', true);
  RETURN true;
END $$;
--> statement-breakpoint

-- Snapshots of all workspaces that were kept for as long as their datasets say, each with who made the dataset. Tells nothing
-- of what is in them.
CREATE FUNCTION expired_snapshots() RETURNS TABLE (workspace_id uuid, snapshot_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.workspace_id, s.id, d.created_by FROM snapshots s JOIN datasets d ON d.id = s.dataset_id
  WHERE s.removed_at IS NULL AND s.imported_at < now() - make_interval(days => d.retention_days)
  ORDER BY s.imported_at LIMIT 1000
$$;
--> statement-breakpoint

-- Imports of all workspaces of which nobody has told anything for so long wait from now on; each is told to one asker.
CREATE FUNCTION take_silent_imports(silent_seconds integer) RETURNS TABLE (workspace_id uuid, user_id uuid, import_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE imports i SET state = 'waiting', alive_at = now()
  WHERE i.id IN (
    SELECT id FROM imports
    WHERE state IN ('waiting', 'running') AND alive_at < now() - make_interval(secs => silent_seconds)
    ORDER BY alive_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING i.workspace_id, (i.plan ->> 'userId')::uuid, i.id
$$;
