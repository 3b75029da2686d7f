// SQL of links between documents. Readers of versions see what is published; nobody is told of what they may not see.

import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";
import type { Item } from "../field-rules";
import { marksOfDocument } from "../marks/mark-queries";
import { freshnessOfDocument } from "../verification/verification-queries";
import { LINK_LISTS, LINK_PROPERTIES, type LinkCard, type LinkList } from "./link-rules";

function shownSide(mayReadDrafts: boolean) {
  const shown = mayReadDrafts ? drafts : versions;
  // A record takes the content apart once; an arrow for each property would unpack it as often.
  const properties = sql.join(
    LINK_PROPERTIES.map((name) => sql`${sql.identifier(name)} jsonb`),
    sql`, `,
  );
  return {
    shown,
    columns: {
      id: documents.id,
      kind: documents.kind,
      title: shown.title,
      currentVersion: documents.currentVersion,
      retiredAt: documents.retiredAt,
      isChanged: sql<boolean>`${drafts.contentHash} is distinct from ${versions.contentHash}`,
      marks: marksOfDocument,
      freshness: freshnessOfDocument,
      card: sql<LinkCard>`(select jsonb_strip_nulls(to_jsonb(card)) from jsonb_to_record(${shown.content}) as card(${properties}))`,
    },
  };
}

function visible(workspaceId: string, mayReadDrafts: boolean): SQL | undefined {
  return and(eq(documents.workspaceId, workspaceId), mayReadDrafts ? undefined : isNotNull(documents.currentVersion));
}

const currentVersion = and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion));

/** Those of the ids that the person may see, in use or retired, in no order. */
export async function findLinked(tx: Tx, workspaceId: string, mayReadDrafts: boolean, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select(shownSide(mayReadDrafts).columns)
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, currentVersion)
    .where(and(visible(workspaceId, mayReadDrafts), inArray(documents.id, [...ids])));
}

/** Documents in use by words in their title: those that begin with them first, then those that were changed last. */
export async function findTargets(
  tx: Tx,
  workspaceId: string,
  mayReadDrafts: boolean,
  search: { kind: KindName; text: string; except: string | undefined; limit: number },
) {
  const { shown, columns } = shownSide(mayReadDrafts);
  const pattern = search.text.replace(/[\\%_]/g, (character) => `\\${character}`);
  return tx
    .select(columns)
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, currentVersion)
    .where(
      and(
        visible(workspaceId, mayReadDrafts),
        eq(documents.kind, search.kind),
        isNull(documents.retiredAt),
        search.except === undefined ? undefined : ne(documents.id, search.except),
        search.text === "" ? undefined : ilike(shown.title, `%${pattern}%`),
      ),
    )
    .orderBy(desc(ilike(shown.title, `${pattern}%`)), desc(documents.changedAt), desc(documents.id))
    .limit(search.limit);
}

/** An item of a list with an id that was asked for. */
interface FoundItem {
  readonly list: string;
  readonly item: Item;
}

/**
 * Documents in use that speak of one of these, by title, each with those items of its lists that do: none where only
 * its prose does. With `list`, only those of that kind.
 */
export async function findLinking(
  tx: Tx,
  workspaceId: string,
  mayReadDrafts: boolean,
  link: { list: LinkList | null; documentIds: readonly string[]; limit: number },
) {
  const { shown, columns } = shownSide(mayReadDrafts);
  const { list, documentIds, limit } = link;
  // The function may use the index of what is linked, which row-level security keeps from operators.
  const linking = sql.join(
    documentIds.map((id) => sql`select documents_linking_to(${id}::uuid)`),
    sql` union `,
  );
  return tx
    .select({ ...columns, items: itemsOf(shown.content, list, documentIds) })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, currentVersion)
    .where(
      and(
        visible(workspaceId, mayReadDrafts),
        sql`${documents.id} in (${linking})`,
        list ? eq(documents.kind, list.kind) : undefined,
        isNull(documents.retiredAt),
      ),
    )
    .orderBy(asc(sql`lower(${shown.title})`), asc(documents.id))
    .limit(limit);
}

/** Of one list, or of all that the document's kind has. */
function itemsOf(
  content: typeof drafts.content | typeof versions.content,
  list: LinkList | null,
  ids: readonly string[],
) {
  const wanted = LINK_LISTS.filter((one) => !list || one === list);
  const lists = sql.join(
    wanted.map(({ kind, path }) => sql`(${kind}, ${path})`),
    sql`, `,
  );
  const among = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  return sql<readonly FoundItem[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('list', lists.path, 'item', linking.item)), '[]')
    from (values ${lists}) as lists(kind, path)
    cross join lateral jsonb_array_elements(
      case when jsonb_typeof(${content} -> lists.path) = 'array' then ${content} -> lists.path else '[]' end
    ) as linking(item)
    where lists.kind = ${documents.kind} and linking.item ->> 'id' in (${among}))`;
}
