// SQL of links between documents. Readers of versions see what is published; nobody is told of what they may not see.

import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";
import type { Item } from "../field-rules";
import { LINK_PROPERTIES, type LinkCard, type LinkList } from "./link-rules";

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

/** Documents in use whose list has an item with this id, with the item. Reads the content of one kind's documents. */
export async function findLinking(
  tx: Tx,
  workspaceId: string,
  mayReadDrafts: boolean,
  link: { list: LinkList; documentIds: readonly string[]; limit: number },
) {
  const { shown, columns } = shownSide(mayReadDrafts);
  const list = sql`${shown.content} -> ${link.list.path}`;
  return tx
    .select({
      ...columns,
      item: sql<Item>`linking.item`,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, currentVersion)
    .innerJoin(
      sql`lateral jsonb_array_elements(case when jsonb_typeof(${list}) = 'array' then ${list} else '[]' end) as linking(item)`,
      or(...link.documentIds.map((id) => sql`linking.item ->> 'id' = ${id}`)) ?? sql`false`,
    )
    .where(and(visible(workspaceId, mayReadDrafts), eq(documents.kind, link.list.kind), isNull(documents.retiredAt)))
    .orderBy(asc(sql`lower(${shown.title})`), asc(documents.id))
    .limit(link.limit);
}
