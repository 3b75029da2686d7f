-- The second wall for what 0002 added, search that ignores accents, and deletion for good.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['activities', 'approval_requests', 'approvals', 'comments', 'document_texts',
                              'document_verifiers', 'extra_fields', 'pictures', 'threads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Anybody in the workspace may tell somebody else something; only that person reads it.
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tell_in_workspace ON notifications FOR INSERT WITH CHECK (workspace_id = (SELECT acting_workspace()));
--> statement-breakpoint
CREATE POLICY own_notifications ON notifications FOR ALL
  USING (workspace_id = (SELECT acting_workspace()) AND user_id = (SELECT acting_user()))
  WITH CHECK (workspace_id = (SELECT acting_workspace()));
--> statement-breakpoint

CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- Words as they are written, in any language, without their accents and case.
CREATE TEXT SEARCH CONFIGURATION dramatis (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION dramatis ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
  WITH unaccent, simple;
--> statement-breakpoint

-- Documents of before: their words are told by their whole content once; the next edit writes them properly.
INSERT INTO document_texts (workspace_id, document_id, draft, published)
SELECT d.workspace_id, d.document_id, jsonb_to_tsvector('dramatis', d.content, '["string"]'),
       jsonb_to_tsvector('dramatis', v.content, '["string"]')
FROM drafts d JOIN documents o ON o.id = d.document_id
LEFT JOIN versions v ON v.document_id = o.id AND v.number = o.current_version;
--> statement-breakpoint

-- Append-only tables still refuse change for everybody, but let go of a document that is being deleted as a whole.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'audit_events'
     AND to_jsonb(OLD) ->> 'document_id' = current_setting('app.deleting_document', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint

-- The only way to delete a document: whole, in the acting workspace, by an admin or owner. False when there is none.
-- The application's role may not delete versions or edits itself, so this is also the only place that could.
CREATE FUNCTION delete_document(document uuid) RETURNS boolean
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
  DELETE FROM notifications WHERE workspace_id = acting_workspace() AND subject ->> 'documentId' = document::text;
  DELETE FROM approvals WHERE document_id = document;
  DELETE FROM approval_requests WHERE document_id = document;
  DELETE FROM document_verifiers WHERE document_id = document;
  DELETE FROM document_texts WHERE document_id = document;
  DELETE FROM threads WHERE document_id = document;
  DELETE FROM activities WHERE document_id = document;
  DELETE FROM restore_points WHERE document_id = document;
  DELETE FROM draft_edits WHERE document_id = document;
  DELETE FROM versions WHERE document_id = document;
  DELETE FROM drafts WHERE document_id = document;
  DELETE FROM documents WHERE id = document;
  PERFORM set_config('app.deleting_document', '', true);
  RETURN true;
END $$;
--> statement-breakpoint

-- Which documents speak of a segment, from the content itself, so that there is nothing to keep in step.
CREATE INDEX drafts_segments ON drafts USING gin ((content -> 'segments') jsonb_path_ops);
