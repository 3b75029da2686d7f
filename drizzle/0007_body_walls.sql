-- The second wall for live bodies, the only way to add to their log, and one index over everything that documents link to.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['bad_body_updates', 'bodies', 'body_updates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT acting_workspace())) WITH CHECK (workspace_id = (SELECT acting_workspace()))',
      name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Adds what editors wrote, of several documents, people and workspaces at once, and tells other processes with the commit.
-- Each is judged by its author's membership as it is now, so that who was demoted writes nothing more, whatever the open
-- socket believes. The answer is the positions, from 1, of those that were taken. `updates` are base64; what is too long
-- to be told is read from the log by whoever needs it.
CREATE FUNCTION append_body_updates(origin text, workspaces uuid[], places uuid[], authors uuid[], updates text[])
RETURNS integer[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE taken integer[];
BEGIN
  WITH asked AS (
    SELECT * FROM unnest(workspaces, places, authors, updates) WITH ORDINALITY AS a (workspace, place, author, data, n)
  ), allowed AS (
    SELECT a.* FROM asked a
    JOIN memberships m ON m.workspace_id = a.workspace AND m.user_id = a.author AND m.role IN ('editor', 'admin', 'owner')
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

-- Bodies of all workspaces whose log nobody has stored for a while, each with somebody who wrote in it: what a process that
-- was killed left to do. Tells no content.
CREATE FUNCTION unstored_bodies(seconds integer) RETURNS TABLE (workspace_id uuid, document_id uuid, author_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.workspace_id, u.document_id, (array_agg(u.author_id ORDER BY u.id DESC))[1] FROM body_updates u
  GROUP BY u.workspace_id, u.document_id HAVING max(u.at) < now() - make_interval(secs => seconds)
  -- By chance: a hundred that can not be stored must not keep the others waiting.
  ORDER BY random() LIMIT 100
$$;
--> statement-breakpoint

-- Prose was text before there was an editor for it: from now on it is nodes, a paragraph for each line. Versions stay as
-- they are, and are read so.
CREATE FUNCTION text_body(words text) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN count(*) > 0 THEN jsonb_build_object('type', 'doc', 'content', jsonb_agg(jsonb_build_object(
    'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', trim(line)))) ORDER BY n)) END
  FROM regexp_split_to_table(words, '\n+') WITH ORDINALITY AS lines (line, n) WHERE trim(line) <> ''
$$;
--> statement-breakpoint
UPDATE drafts SET content = jsonb_set(content, '{story}', coalesce(text_body(content ->> 'story'), 'null'))
WHERE jsonb_typeof(content -> 'story') = 'string';
--> statement-breakpoint
UPDATE drafts SET content = jsonb_set(content, '{notes}', coalesce(text_body(content ->> 'notes'), 'null'))
WHERE jsonb_typeof(content -> 'notes') = 'string';
--> statement-breakpoint
DROP FUNCTION text_body(text);
--> statement-breakpoint
-- Threads on the field as a whole, which quoted all of it; from now on a quote there is what a mark in the prose stands for.
UPDATE threads SET quote = '' WHERE place IN ('story', 'notes');
--> statement-breakpoint

-- Every document that a content speaks of, in its lists and in its prose.
CREATE FUNCTION linked_ids(content jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array(
    SELECT jsonb_path_query(content, '$.segments[*].id') #>> '{}'
    UNION SELECT jsonb_path_query(content, '$.personas[*].id') #>> '{}'
    UNION SELECT jsonb_path_query(content, '$.influences[*].id') #>> '{}'
    UNION SELECT jsonb_path_query(content, '$.parent[*].id') #>> '{}'
    UNION SELECT jsonb_path_query(content, '$.story.**.attrs.document') #>> '{}'
    UNION SELECT jsonb_path_query(content, '$.notes.**.attrs.document') #>> '{}')
$$;
--> statement-breakpoint
DROP INDEX drafts_segments;
--> statement-breakpoint
DROP INDEX versions_segments;
--> statement-breakpoint
CREATE INDEX drafts_linked ON drafts USING gin (linked_ids(content));
--> statement-breakpoint
CREATE INDEX versions_linked ON versions USING gin (linked_ids(content));
--> statement-breakpoint
-- Ids of documents that speak of another one: their drafts where the person may read them, else what is published.
CREATE OR REPLACE FUNCTION documents_linking_to(target uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place uuid := acting_workspace();
BEGIN
  IF acting_reads_drafts() THEN
    RETURN QUERY SELECT c.document_id FROM drafts c
      WHERE c.workspace_id = place AND linked_ids(c.content) @> ARRAY[target::text];
  ELSE
    RETURN QUERY SELECT c.document_id FROM versions c
      JOIN documents o ON o.id = c.document_id AND o.current_version = c.number
      WHERE c.workspace_id = place AND linked_ids(c.content) @> ARRAY[target::text];
  END IF;
END $$;
--> statement-breakpoint

-- As in 0003, with what was added here.
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

-- Search shows why a text was found by a piece of it. Prose may be long: a found content comes without it, and of the
-- prose only the piece that tells.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('search_documents(text, integer)'::regprocedure),
    'THEN c.content END', 'THEN c.content - ARRAY[''story'', ''notes''] END');
END $$;
--> statement-breakpoint
-- All words that stand in a part of prose, whatever it is made of.
CREATE FUNCTION prose_words(part jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN jsonb_typeof(part) = 'string' THEN part #>> '{}' ELSE (
    SELECT string_agg(said #>> '{}', ' ') FROM jsonb_path_query(
      part, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key == "text" || @.key == "title" || @.key == "source").value', '{}', true) AS said) END
$$;
--> statement-breakpoint
-- Of each document about 1,500 characters of the first part of its prose that holds all words, or else one of them; without
-- those whose prose holds none. The search has found them: here nothing is decided but what is shown.
CREATE FUNCTION prose_pieces(ids uuid[], typed text) RETURNS TABLE (id uuid, piece text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  place uuid := acting_workspace();
  is_draft boolean := acting_reads_drafts();
  words text[] := array(SELECT like_text(word) FROM regexp_split_to_table(plain_text(typed), '\W+') AS word WHERE word <> '' LIMIT 20);
  patterns text[] := array(SELECT '%' || word || '%' FROM unnest(words) AS word);
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  RETURN QUERY
  SELECT o.id, substring(f.said FROM greatest(1, position(f.word IN plain_text(f.said)) - 500) FOR 1500)
  FROM documents o
  LEFT JOIN drafts d ON is_draft AND d.document_id = o.id
  LEFT JOIN versions v ON NOT is_draft AND v.document_id = o.id AND v.number = o.current_version
  CROSS JOIN LATERAL (SELECT coalesce(d.content, v.content) -> CASE o.kind WHEN 'segment' THEN 'notes' ELSE 'story' END AS body) b
  CROSS JOIN LATERAL (SELECT CASE jsonb_typeof(b.body) WHEN 'string' THEN jsonb_build_array(b.body)
    WHEN 'object' THEN coalesce(b.body -> 'content', '[]') ELSE '[]' END AS parts) p
  CROSS JOIN LATERAL (
    SELECT a.said, (SELECT word FROM unnest(words) AS word WHERE plain_text(a.said) LIKE '%' || word || '%' LIMIT 1) AS word
    FROM (
      (SELECT prose_words(part) AS said FROM jsonb_array_elements(p.parts) AS part WHERE plain_text(prose_words(part)) LIKE ALL (patterns) LIMIT 1)
      UNION ALL
      (SELECT prose_words(part) FROM jsonb_array_elements(p.parts) AS part WHERE plain_text(prose_words(part)) LIKE ANY (patterns) LIMIT 1)
    ) a LIMIT 1
  ) f
  WHERE o.workspace_id = place AND o.id = ANY (ids);
END $$;
