-- The second wall for what keeps documents true.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['cadences', 'verifications', 'freshness', 'business_events', 'review_sessions', 'review_items',
    'review_participants', 'review_marks', 'review_votes', 'review_notes', 'review_tasks', 'trust_responses', 'deliveries',
    'webhooks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()))',
      name);
  END LOOP;
  -- A person's own, in the workspace they act in.
  FOREACH name IN ARRAY ARRAY['notice_preferences', 'calendar_feeds', 'calendar_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_person ON %I USING (workspace_id = (SELECT acting_workspace()) AND user_id = (SELECT acting_user())) WITH CHECK (workspace_id = (SELECT acting_workspace()) AND user_id = (SELECT acting_user()))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Every review that ended stays as it was, save that a document is deleted as a whole.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON verifications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON verifications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- What was published before anybody was asked to confirm it counts as confirmed on that day, and is due after a quarter, a guess after thirty days.
INSERT INTO freshness (workspace_id, document_id, verified_at, verified_by, verified_version, due_on, due_from, overdue_at, next_notice_at)
SELECT d.workspace_id, d.id, v.published_at, v.author_id, v.number, day.due_on,
  (day.due_on - 14)::timestamp AT TIME ZONE w.time_zone, (day.due_on + 1)::timestamp AT TIME ZONE w.time_zone,
  CASE WHEN d.retired_at IS NULL THEN (day.due_on - 14)::timestamp AT TIME ZONE w.time_zone END
FROM documents d
JOIN workspaces w ON w.id = d.workspace_id
JOIN versions v ON v.document_id = d.id AND v.number = d.current_version
CROSS JOIN LATERAL (SELECT ((v.published_at AT TIME ZONE w.time_zone) + CASE WHEN v.content ->> 'basis' = 'proto' THEN interval '30 days' ELSE interval '3 months' END)::date AS due_on) day;
--> statement-breakpoint

-- As in 0009, with what was added here.
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
  DELETE FROM trust_responses WHERE document_id = document;
  DELETE FROM review_tasks WHERE document_id = document;
  UPDATE review_sessions SET current_item_id = NULL, item_started_at = NULL, presented = NULL
    WHERE current_item_id IN (SELECT id FROM review_items WHERE document_id = document);
  DELETE FROM review_items WHERE document_id = document;
  -- Minutes keep that it was decided, and nothing of what was said.
  UPDATE review_sessions s SET minutes = jsonb_set(s.minutes, '{items}', (
      SELECT jsonb_agg(CASE WHEN i.item ->> 'documentId' = document::text
        THEN i.item || '{"isDeleted": true, "note": "", "votes": [], "marks": [], "notes": [], "tasks": []}' ELSE i.item END
        ORDER BY i.place)
      FROM jsonb_array_elements(s.minutes -> 'items') WITH ORDINALITY AS i(item, place)))
    WHERE s.workspace_id = acting_workspace()
      AND s.minutes @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('documentId', document)));
  DELETE FROM freshness WHERE document_id = document;
  DELETE FROM verifications WHERE document_id = document;
  DELETE FROM cadences WHERE document_id = document;
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

-- Whose calendar has a secret address: a member's who may sign in, and whose membership is the one that it was made in.
CREATE FUNCTION find_calendar(hash text) RETURNS TABLE (workspace_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.workspace_id, f.user_id FROM calendar_feeds f
  JOIN memberships m ON m.workspace_id = f.workspace_id AND m.user_id = f.user_id AND m.created_at <= f.created_at
  JOIN users u ON u.id = f.user_id AND NOT u.is_disabled
  WHERE f.token_hash = hash
$$;
--> statement-breakpoint

-- Documents of all workspaces about which a notice has to be given by then, the longest waiting first, each told to one
-- asker until its transaction ends.
CREATE FUNCTION take_due_notices(by_then timestamptz, most integer)
RETURNS TABLE (workspace_id uuid, document_id uuid, owner_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    SELECT f.workspace_id, f.document_id FROM freshness f WHERE f.next_notice_at <= by_then
    ORDER BY f.next_notice_at, f.workspace_id LIMIT most FOR UPDATE SKIP LOCKED)
  -- One by one: for a batch of thousands a join would read all documents there are.
  SELECT t.workspace_id, t.document_id, d.owner_id
  FROM taken t CROSS JOIN LATERAL (SELECT o.owner_id FROM documents o WHERE o.id = t.document_id LIMIT 1) d
$$;
--> statement-breakpoint

-- What asked people of the workspace to review the document is done.
CREATE FUNCTION settle_notices(document uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE notifications SET done_at = now(), read_at = coalesce(read_at, now())
  WHERE workspace_id = acting_workspace() AND subject ->> 'documentId' = document::text AND done_at IS NULL
    AND kind IN ('review.due', 'review.overdue', 'review.escalated', 'document.marked')
$$;
--> statement-breakpoint

-- As enqueue_job, for a job that begins later.
CREATE FUNCTION enqueue_job_at(task text, payload json, key text, begin_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => begin_at, job_key => key, job_key_mode => 'unsafe_dedupe', max_attempts => 12);
END $$;
--> statement-breakpoint

-- Letters and calls of all workspaces that should have left long ago, so that none is forgotten whatever became of its job.
CREATE FUNCTION forgotten_deliveries(since timestamptz) RETURNS TABLE (workspace_id uuid, delivery_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.workspace_id, d.id, d.user_id FROM deliveries d
  WHERE d.state = 'waiting' AND coalesce(d.not_before, d.created_at) < since
  ORDER BY coalesce(d.not_before, d.created_at) LIMIT 1000
$$;
--> statement-breakpoint

-- Members of all workspaces whose weekly digest is due, and those who never chose anything and have none planned yet.
CREATE FUNCTION due_digests(by_then timestamptz) RETURNS TABLE (workspace_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  (SELECT p.workspace_id, p.user_id FROM notice_preferences p WHERE p.next_digest_at <= by_then
   ORDER BY p.next_digest_at LIMIT 5000)
  UNION ALL
  (SELECT m.workspace_id, m.user_id FROM memberships m
   WHERE NOT EXISTS (SELECT FROM notice_preferences p WHERE p.workspace_id = m.workspace_id AND p.user_id = m.user_id)
   LIMIT 5000)
$$;
--> statement-breakpoint

-- Sessions of all workspaces about which the clock has something to do, each with its facilitator. Of reminders the
-- facilitator's own says whether they were given: it is told in any case.
CREATE FUNCTION due_sessions(at timestamptz) RETURNS TABLE (workspace_id uuid, session_id uuid, user_id uuid, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.workspace_id, s.id, s.facilitator_id, d.what
  FROM review_sessions s CROSS JOIN LATERAL (VALUES
    (1, 'soon', s.state = 'planned' AND s.starts_at > at AND s.created_at < s.starts_at - interval '25 hours',
      'session.soon:' || s.id || ':' || round(extract(epoch FROM s.starts_at))),
    (2, 'open', s.mode = 'window' AND s.state = 'planned' AND s.starts_at <= at, NULL),
    (3, 'ending', s.mode = 'window' AND s.state = 'open' AND s.ends_at > at
        AND s.ends_at - least((s.ends_at - s.starts_at) / 4, interval '1 day') <= at,
      'session.ending:' || s.id || ':' || round(extract(epoch FROM s.ends_at))),
    (4, 'close', s.mode = 'window' AND s.ends_at <= at, NULL)) AS d(place, what, is_due, fact)
  WHERE s.state IN ('planned', 'open') AND s.starts_at <= at + interval '1 day' AND d.is_due
    AND NOT EXISTS (SELECT FROM notifications n
      WHERE n.workspace_id = s.workspace_id AND n.user_id = s.facilitator_id AND n.fact = d.fact)
  ORDER BY s.starts_at, s.id, d.place LIMIT 1000
$$;
--> statement-breakpoint

-- Which session a guest's link shows, as long as it may be watched, and through whose eyes.
CREATE FUNCTION watched_session(hash text) RETURNS TABLE (workspace_id uuid, session_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT workspace_id, id, facilitator_id FROM review_sessions
  WHERE guest_token_hash = hash AND state IN ('planned', 'open')
$$;
