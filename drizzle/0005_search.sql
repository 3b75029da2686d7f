-- Search over titles and texts that ignores accents and case, and what lists filter by inside of contents.
--
-- Row-level security keeps operators that aren't leakproof (@@, LIKE, @>) from using an index. The functions below run as
-- the owner and say the policy themselves: the acting workspace, and drafts only for those whose membership lets them.

CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint

-- Whether the person who asks may read drafts: everybody but viewers. As src/shared/permissions.ts has it.
CREATE FUNCTION acting_reads_drafts() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships
    WHERE workspace_id = acting_workspace() AND user_id = acting_user() AND role IN ('reviewer', 'editor', 'admin', 'owner'))
$$;
--> statement-breakpoint

-- Without accents and case. Immutable as long as nobody edits the dictionary's rules.
CREATE FUNCTION plain_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1))
$$;
--> statement-breakpoint
-- Chinese and Japanese are written without spaces: each sign becomes a word, and what is searched for a run of them.
CREATE FUNCTION spaced_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN $1 ~ '[\u2E80-\uA4CF\uF900-\uFAFF]' THEN regexp_replace($1, '([\u2E80-\uA4CF\uF900-\uFAFF])', ' \1 ', 'g') ELSE $1 END
$$;
--> statement-breakpoint
CREATE FUNCTION title_vector(title text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('public.dramatis'::regconfig, public.spaced_text(title))
$$;
--> statement-breakpoint
-- The words of a content: the title counts for more.
CREATE FUNCTION document_vector(title text, texts text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT setweight(public.title_vector(title), 'A')
    || setweight(to_tsvector('public.dramatis'::regconfig, public.spaced_text(texts)), 'B')
$$;
--> statement-breakpoint
-- All words of what somebody typed, each as the beginning of a word, whatever signs they typed: quoted, nothing is an
-- operator. In texts a single letter is only a whole word, or it would find everything. NULL when there is no word.
CREATE FUNCTION search_words(typed text, is_title boolean) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsquery('public.dramatis'::regconfig, string_agg(
    '''' || replace(replace(public.spaced_text(word), '\', '\\'), '''', '''''') || '''' ||
    CASE WHEN is_title OR word !~ '^[A-Za-z0-9]$' THEN ':*' ELSE '' END, ' & '))
  FROM regexp_split_to_table(typed, '\s+') AS word WHERE word <> ''
$$;
--> statement-breakpoint
-- What somebody typed as a pattern of LIKE finds it: nothing in it is a wildcard.
CREATE FUNCTION like_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace($1, '([\\%_])', '\\\1', 'g')
$$;
--> statement-breakpoint
-- A pattern for each word, anywhere in a title; the longest first, since it finds the fewest. NULL where a word is so
-- short that most titles hold it, or of signs that are words each.
CREATE FUNCTION title_letters(typed text) RETURNS text[] LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN min(length(word)) > 2 AND typed !~ '[\u2E80-\uA4CF\uF900-\uFAFF]'
    THEN array_agg('%' || like_text(word) || '%' ORDER BY length(word) DESC) END
  FROM regexp_split_to_table(plain_text(typed), '\s+') AS word WHERE word <> ''
$$;
--> statement-breakpoint

CREATE INDEX document_texts_draft ON document_texts USING gin (workspace_id, draft);
--> statement-breakpoint
CREATE INDEX document_texts_published ON document_texts USING gin (workspace_id, published);
--> statement-breakpoint
CREATE INDEX drafts_title_words ON drafts USING gin (workspace_id, title_vector(title));
--> statement-breakpoint
CREATE INDEX versions_title_words ON versions USING gin (workspace_id, title_vector(title));
--> statement-breakpoint
CREATE INDEX drafts_title_letters ON drafts USING gin (workspace_id, plain_text(title) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX versions_title_letters ON versions USING gin (workspace_id, plain_text(title) gin_trgm_ops);
--> statement-breakpoint

-- What lists are sorted and filtered by.
CREATE INDEX documents_created ON documents (workspace_id, kind, created_at DESC, id DESC);
--> statement-breakpoint
CREATE INDEX drafts_title ON drafts (workspace_id, title COLLATE "und-x-icu", document_id);
--> statement-breakpoint
CREATE INDEX versions_title ON versions (workspace_id, title COLLATE "und-x-icu", document_id);
--> statement-breakpoint
-- Of personas their kind, of segments the decision about them: the property that a kind names as its facet.
CREATE FUNCTION content_facet(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(content ->> 'kind', content ->> 'targeting')
$$;
--> statement-breakpoint
CREATE INDEX drafts_facet ON drafts (workspace_id, content_facet(content));
--> statement-breakpoint
CREATE INDEX versions_facet ON versions (workspace_id, content_facet(content));
--> statement-breakpoint
CREATE INDEX versions_segments ON versions USING gin ((content -> 'segments') jsonb_path_ops);
--> statement-breakpoint

-- Each function has two faces that differ in where content comes from: the draft, or the version that is current.
DO $outer$
DECLARE
  draft_rows text := 'drafts c JOIN documents o ON o.id = c.document_id';
  version_rows text := 'versions c JOIN documents o ON o.id = c.document_id AND o.current_version = c.number';
  faces text;

  find text := $find$
    RETURN QUERY
    WITH titled AS MATERIALIZED (
      SELECT o.id, o.retired_at, o.changed_at, plain_text(c.title) LIKE beginning AS begins, title_vector(c.title) AS vector
      FROM %1$s
      WHERE c.workspace_id = place AND title_vector(c.title) @@ title_words
      ORDER BY o.retired_at IS NOT NULL, o.changed_at DESC LIMIT 100
    ), mentioned AS MATERIALIZED (
      SELECT o.id, o.retired_at, o.changed_at
      FROM document_texts t JOIN documents o ON o.id = t.document_id
      WHERE t.workspace_id = place AND t.%2$s @@ words
        AND (SELECT count(*) FROM titled WHERE titled.retired_at IS NULL) < most
      ORDER BY o.retired_at IS NOT NULL, o.changed_at DESC LIMIT 100
    ), inside AS MATERIALIZED (
      SELECT o.id, o.retired_at, o.changed_at
      FROM %1$s
      WHERE c.workspace_id = place AND plain_text(c.title) LIKE letters[1] AND plain_text(c.title) LIKE ALL (letters)
        AND (SELECT count(*) FROM titled) + (SELECT count(*) FROM mentioned) < most
      ORDER BY o.retired_at IS NOT NULL, o.changed_at DESC LIMIT 100
    ), found AS (
      SELECT f.id, f.retired_at, f.changed_at, CASE WHEN f.begins THEN 0 ELSE 1 END AS step,
             ts_rank(f.vector, title_words) AS weight
      FROM titled f
      UNION ALL SELECT f.id, f.retired_at, f.changed_at, 2, 0 FROM inside f
      UNION ALL SELECT f.id, f.retired_at, f.changed_at, 3, ts_rank(t.%2$s, words)
      FROM mentioned f JOIN document_texts t ON t.document_id = f.id
    ), best AS (
      SELECT DISTINCT ON (f.id) f.* FROM found f ORDER BY f.id, f.step
    ), shown AS (
      SELECT b.* FROM best b
      ORDER BY b.retired_at IS NOT NULL, b.step, b.weight DESC, b.changed_at DESC, b.id LIMIT most
    )
    SELECT o.id, o.kind, c.title, o.current_version, o.retired_at IS NOT NULL,
           CASE WHEN s.step = 3 THEN c.content END
    FROM shown s JOIN %1$s ON o.id = s.id
    ORDER BY s.retired_at IS NOT NULL, s.step, s.weight DESC, s.changed_at DESC, s.id;
  $find$;

  mention text := $mention$
    RETURN QUERY
    SELECT t.document_id FROM document_texts t WHERE t.workspace_id = place AND t.%2$s @@ words
    UNION
    SELECT o.id FROM %1$s
    WHERE c.workspace_id = place AND plain_text(c.title) LIKE letters[1] AND plain_text(c.title) LIKE ALL (letters);
  $mention$;

  facet text := $facet$
    RETURN QUERY SELECT o.id FROM %1$s WHERE c.workspace_id = place AND content_facet(c.content) = wanted;
  $facet$;

  link text := $link$
    RETURN QUERY SELECT o.id FROM %1$s
    WHERE c.workspace_id = place AND (c.content -> 'segments') @> jsonb_build_array(jsonb_build_object('id', target));
  $link$;
BEGIN
  find := format('IF acting_reads_drafts() THEN %s ELSE %s END IF;',
    format(find, draft_rows, 'draft'), format(find, version_rows, 'published'));
  EXECUTE format($make$
    -- Up to `most` documents of every kind, best first: in use before retired, then titles that begin with what was
    -- typed, titles that hold it, texts that do, each by ts_rank and then the newest. Of what very many documents say,
    -- only the newest are weighed. `content` is given where the title alone doesn't tell why it was found.
    CREATE FUNCTION search_documents(typed text, most integer)
    RETURNS TABLE (id uuid, kind text, title text, current_version integer, is_retired boolean, content jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    #variable_conflict use_column
    DECLARE
      place uuid := acting_workspace();
      words tsquery := search_words(typed, false);
      title_words tsquery := search_words(typed, true);
      letters text[] := title_letters(typed);
      beginning text := like_text(plain_text(typed)) || '%%';
    BEGIN
      %s
    END $body$ $make$, find);

  mention := format('IF acting_reads_drafts() THEN %s ELSE %s END IF;',
    format(mention, draft_rows, 'draft'), format(mention, version_rows, 'published'));
  EXECUTE format($make$
    -- Ids of all documents that `search_documents` could find.
    CREATE FUNCTION documents_with_words(typed text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    DECLARE
      place uuid := acting_workspace();
      words tsquery := search_words(typed, false);
      letters text[] := title_letters(typed);
    BEGIN
      %s
    END $body$ $make$, mention);

  facet := format('IF acting_reads_drafts() THEN %s ELSE %s END IF;', format(facet, draft_rows), format(facet, version_rows));
  EXECUTE format($make$
    CREATE FUNCTION documents_with_facet(wanted text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    DECLARE place uuid := acting_workspace();
    BEGIN
      %s
    END $body$ $make$, facet);

  link := format('IF acting_reads_drafts() THEN %s ELSE %s END IF;', format(link, draft_rows), format(link, version_rows));
  EXECUTE format($make$
    -- Ids of documents that link to a segment.
    CREATE FUNCTION documents_linking_to(target uuid) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    DECLARE place uuid := acting_workspace();
    BEGIN
      %s
    END $body$ $make$, link);
END $outer$;
--> statement-breakpoint

-- Documents of before whose words nobody has written yet.
INSERT INTO document_texts (workspace_id, document_id, draft, published)
SELECT d.workspace_id, d.document_id, jsonb_to_tsvector('dramatis', d.content, '["string"]'),
       jsonb_to_tsvector('dramatis', v.content, '["string"]')
FROM drafts d JOIN documents o ON o.id = d.document_id
LEFT JOIN versions v ON v.document_id = o.id AND v.number = o.current_version
ON CONFLICT DO NOTHING;
