-- The walls around leaving: a workspace that is closed, one that is deleted, and what is kept no longer than it should be.

-- A workspace that is to be deleted takes part in nothing until its owner takes that back: nobody enters, no job finds it,
-- no link leads there. Asked once for a statement, so that no plan changes for it.
CREATE FUNCTION closed_workspaces() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM workspaces WHERE deletion_due_at IS NOT NULL
$$;
--> statement-breakpoint

CREATE INDEX workspaces_closed ON workspaces (deletion_due_at) WHERE deletion_due_at IS NOT NULL;
--> statement-breakpoint

CREATE FUNCTION is_open_workspace(workspace uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM workspaces WHERE id = workspace AND deletion_due_at IS NULL)
$$;
--> statement-breakpoint

-- As in 0001, and with how one must have signed in.
DROP FUNCTION open_scope(uuid, uuid);
--> statement-breakpoint

CREATE FUNCTION open_scope(person uuid, workspace uuid, OUT role text, OUT sign_in_by text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.user_id', person::text, true);
  SELECT m.role, w.sign_in_by INTO open_scope.role, open_scope.sign_in_by
    FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
    WHERE m.workspace_id = workspace AND m.user_id = person AND w.deletion_due_at IS NULL;
  IF open_scope.role IS NOT NULL THEN
    PERFORM set_config('app.workspace_id', workspace::text, true);
  END IF;
END $$;
--> statement-breakpoint

-- What looks across workspaces passes the closed ones over.
CREATE OR REPLACE FUNCTION find_invitation(hash text)
RETURNS TABLE (workspace_id uuid, workspace_name text, invitation_id uuid, email text, role text, inviter_name text,
               expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.workspace_id, w.name, i.id, i.email, i.role, u.name, i.expires_at, i.accepted_at, i.revoked_at
  FROM invitations i JOIN workspaces w ON w.id = i.workspace_id JOIN users u ON u.id = i.invited_by
  WHERE i.token_hash = hash AND w.deletion_due_at IS NULL
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION append_body_updates(origin text, workspaces uuid[], places uuid[], authors uuid[], updates text[])
RETURNS integer[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE taken integer[];
BEGIN
  WITH asked AS (
    SELECT * FROM unnest(workspaces, places, authors, updates) WITH ORDINALITY AS a (workspace, place, author, data, n)
  ), allowed AS (
    SELECT a.* FROM asked a
    JOIN memberships m ON m.workspace_id = a.workspace AND m.user_id = a.author AND m.role IN ('editor', 'admin', 'owner')
      AND a.workspace <> ALL ((SELECT closed_workspaces())::uuid[])
    JOIN documents d ON d.workspace_id = a.workspace AND d.id = a.place AND d.retired_at IS NULL
  ), written AS (
    INSERT INTO body_updates (workspace_id, document_id, author_id, data)
    SELECT workspace, place, author, decode(data, 'base64') FROM allowed ORDER BY n
  )
  SELECT coalesce(array_agg(n::integer ORDER BY n), '{}') INTO taken FROM allowed;
  PERFORM pg_notify('dramatis_events', json_build_object(
      'workspaceId', workspaces[n], 'topic', 'body:' || places[n],
      'body', json_build_object('origin', origin, 'update', CASE WHEN length(updates[n]) < 7000 THEN updates[n] END))::text)
    FROM unnest(taken) AS n;
  RETURN taken;
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION unstored_bodies(seconds integer) RETURNS TABLE (workspace_id uuid, document_id uuid, author_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.workspace_id, u.document_id, (array_agg(u.author_id ORDER BY u.id DESC))[1] FROM body_updates u
  WHERE u.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[])
  GROUP BY u.workspace_id, u.document_id HAVING max(u.at) < now() - make_interval(secs => seconds)
  -- By chance: a hundred that can not be stored must not keep the others waiting.
  ORDER BY random() LIMIT 100
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION expired_snapshots() RETURNS TABLE (workspace_id uuid, snapshot_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.workspace_id, s.id, d.created_by FROM snapshots s JOIN datasets d ON d.id = s.dataset_id
  WHERE s.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[]) AND s.removed_at IS NULL AND s.imported_at < now() - make_interval(days => d.retention_days)
  ORDER BY s.imported_at LIMIT 1000
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION take_silent_imports(silent_seconds integer) RETURNS TABLE (workspace_id uuid, user_id uuid, import_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE imports i SET state = 'waiting', alive_at = now()
  WHERE i.id IN (
    SELECT id FROM imports
    WHERE workspace_id <> ALL ((SELECT closed_workspaces())::uuid[]) AND state IN ('waiting', 'running') AND alive_at < now() - make_interval(secs => silent_seconds)
    ORDER BY alive_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING i.workspace_id, (i.plan ->> 'userId')::uuid, i.id
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION find_calendar(hash text) RETURNS TABLE (workspace_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.workspace_id, f.user_id FROM calendar_feeds f
  JOIN memberships m ON m.workspace_id = f.workspace_id AND m.user_id = f.user_id AND m.created_at <= f.created_at
  JOIN users u ON u.id = f.user_id AND NOT u.is_disabled
  WHERE f.token_hash = hash AND is_open_workspace(f.workspace_id)
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION take_due_notices(by_then timestamptz, most integer)
RETURNS TABLE (workspace_id uuid, document_id uuid, owner_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    SELECT f.workspace_id, f.document_id FROM freshness f WHERE f.next_notice_at <= by_then
      AND f.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[])
    ORDER BY f.next_notice_at, f.workspace_id LIMIT most FOR UPDATE SKIP LOCKED)
  -- One by one: for a batch of thousands a join would read all documents there are.
  SELECT t.workspace_id, t.document_id, d.owner_id
  FROM taken t CROSS JOIN LATERAL (SELECT o.owner_id FROM documents o WHERE o.id = t.document_id LIMIT 1) d
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION forgotten_deliveries(since timestamptz) RETURNS TABLE (workspace_id uuid, delivery_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.workspace_id, d.id, d.user_id FROM deliveries d
  WHERE d.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[]) AND d.state = 'waiting' AND coalesce(d.not_before, d.created_at) < since
  ORDER BY coalesce(d.not_before, d.created_at) LIMIT 1000
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION due_digests(by_then timestamptz) RETURNS TABLE (workspace_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  (SELECT p.workspace_id, p.user_id FROM notice_preferences p WHERE p.next_digest_at <= by_then AND p.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[])
   ORDER BY p.next_digest_at LIMIT 5000)
  UNION ALL
  (SELECT m.workspace_id, m.user_id FROM memberships m
   WHERE m.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[])
     AND NOT EXISTS (SELECT FROM notice_preferences p WHERE p.workspace_id = m.workspace_id AND p.user_id = m.user_id)
   LIMIT 5000)
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION due_sessions(at timestamptz) RETURNS TABLE (workspace_id uuid, session_id uuid, user_id uuid, what text)
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
  WHERE s.workspace_id <> ALL ((SELECT closed_workspaces())::uuid[]) AND s.state IN ('planned', 'open') AND s.starts_at <= at + interval '1 day' AND d.is_due
    AND NOT EXISTS (SELECT FROM notifications n
      WHERE n.workspace_id = s.workspace_id AND n.user_id = s.facilitator_id AND n.fact = d.fact)
  ORDER BY s.starts_at, s.id, d.place LIMIT 1000
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION watched_session(hash text) RETURNS TABLE (workspace_id uuid, session_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT workspace_id, id, facilitator_id FROM review_sessions
  WHERE guest_token_hash = hash AND is_open_workspace(workspace_id) AND state IN ('planned', 'open')
$$;
--> statement-breakpoint

-- As in 0003; a workspace goes as a whole as well, with what is told of it.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'audit_events'
     AND to_jsonb(OLD) ->> 'document_id' = current_setting('app.deleting_document', true) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' AND to_jsonb(OLD) ->> 'workspace_id' = current_setting('app.deleting_workspace', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint

-- Workspaces whose seven days are over.
CREATE FUNCTION workspaces_to_delete() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM workspaces WHERE deletion_due_at <= now() ORDER BY deletion_due_at LIMIT 20
$$;
--> statement-breakpoint

-- The only way to delete a workspace: whole, with its audit log, once its owners' time to take it back is over. Answers
-- the snapshots that had files, each with its newest revision; null when the workspace isn't due or isn't there. What
-- waits in the queue for it goes too.
CREATE FUNCTION delete_workspace(workspace uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place text;
  files jsonb;
BEGIN
  PERFORM 1 FROM workspaces WHERE id = workspace AND deletion_due_at <= now() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'revision', revision)), '[]') INTO files
    FROM snapshots WHERE workspace_id = workspace AND removed_at IS NULL;
  PERFORM set_config('app.deleting_workspace', workspace::text, true);
  UPDATE documents SET current_version = NULL WHERE workspace_id = workspace;
  UPDATE review_sessions SET current_item_id = NULL, item_started_at = NULL, presented = NULL WHERE workspace_id = workspace;
  -- What refers to something comes before it.
  FOREACH place IN ARRAY ARRAY[
    'trust_responses', 'review_tasks', 'review_votes', 'review_marks', 'review_notes', 'review_items',
    'review_participants', 'review_sessions', 'freshness', 'verifications', 'cadences', 'document_marks',
    'measure_runs', 'measures', 'approvals', 'approval_requests', 'document_verifiers', 'document_texts', 'comments',
    'threads', 'activities', 'restore_points', 'bad_body_updates', 'body_updates', 'bodies', 'draft_edits',
    'versions', 'drafts', 'documents', 'imports', 'import_plans', 'snapshots', 'datasets', 'business_events',
    'notifications', 'deliveries', 'webhooks', 'calendar_events', 'calendar_feeds', 'notice_preferences', 'pictures',
    'extra_fields', 'invitations', 'memberships', 'audit_events'] LOOP
    EXECUTE format('DELETE FROM %I WHERE workspace_id = $1', place) USING workspace;
  END LOOP;
  DELETE FROM workspaces WHERE id = workspace;
  PERFORM set_config('app.deleting_workspace', '', true);
  PERFORM graphile_worker.complete_jobs(ARRAY(
    SELECT id FROM graphile_worker._private_jobs WHERE payload ->> 'workspaceId' = workspace::text AND locked_at IS NULL));
  RETURN files;
END $$;
--> statement-breakpoint

-- Letters and calls that left, or were given up, longer ago than their workspace keeps them; as many as `most`.
CREATE FUNCTION forget_deliveries(most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM deliveries WHERE id IN (
      SELECT d.id FROM workspaces w CROSS JOIN LATERAL (
        SELECT o.id FROM deliveries o
        WHERE o.workspace_id = w.id AND o.created_at < now() - make_interval(days => w.delivery_retention_days)
          AND o.state <> 'waiting'
        ORDER BY o.created_at LIMIT most) d
      WHERE w.deletion_due_at IS NULL LIMIT most)
    RETURNING 1)
  SELECT count(*) FROM gone
$$;
--> statement-breakpoint

-- Notices that were read longer ago than their workspace keeps them; what still asks for something stays.
CREATE FUNCTION forget_notices(most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM notifications WHERE id IN (
      SELECT n.id FROM workspaces w CROSS JOIN LATERAL (
        SELECT o.id FROM notifications o
        WHERE o.workspace_id = w.id AND o.read_at < now() - make_interval(days => w.notice_retention_days)
          AND (o.done_at IS NOT NULL
            OR o.kind NOT IN ('review.due', 'review.overdue', 'review.escalated', 'document.marked'))
        LIMIT most) n
      WHERE w.deletion_due_at IS NULL LIMIT most)
    RETURNING 1)
  SELECT count(*) FROM gone
$$;
--> statement-breakpoint

-- The hashes of invitations' links that nobody can use any more; the rows stay for the audit log, which names the address.
CREATE FUNCTION forget_invitation_tokens(after_days integer, most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    UPDATE invitations SET token_hash = 'gone:' || id WHERE id IN (
      SELECT id FROM invitations
      WHERE token_hash NOT LIKE 'gone:%'
        AND coalesce(accepted_at, revoked_at, expires_at) < now() - make_interval(days => after_days) LIMIT most)
    RETURNING 1)
  SELECT count(*) FROM gone
$$;
