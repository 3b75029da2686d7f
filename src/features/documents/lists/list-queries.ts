// SQL of lists: one page of a kind's documents, what was changed last, and how many there are.

import { and, asc, desc, eq, isNotNull, isNull, ne, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { KindName } from "@/shared/document-kinds";
import { marksOfDocument } from "../marks/mark-queries";
import type { FreshnessState } from "../verification/freshness-rules";
import { freshnessOfDocument } from "../verification/verification-queries";
import type { DocumentState } from "../versions/lifecycle-rules";
import { freshnessCondition, verifierCondition } from "./freshness-filter-queries";
import type { ListCursor } from "./list-cursor";
import type { ListOrder, ListSort } from "./list-filter-rules";

export interface ListRequest {
  readonly kind: KindName;
  readonly state: DocumentState | undefined;
  readonly text: string | undefined;
  readonly ownerId: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly segmentId: string | undefined;
  readonly personaId: string | undefined;
  readonly facet: string | undefined;
  /** How they stand at `now`. */
  readonly freshness: FreshnessState | undefined;
  /** Whose it is to verify them. */
  readonly verifierId: string | undefined;
  readonly now: Date;
  readonly sort: ListSort;
  readonly order: ListOrder;
  /** False for people who see published documents only. */
  readonly mayReadDrafts: boolean;
  readonly cardFields: readonly string[];
  readonly after: ListCursor | undefined;
  readonly limit: number;
}

const VALUES = [
  "workspaceId",
  "kind",
  "limit",
  "text",
  "ownerId",
  "tags",
  "segmentId",
  "personaId",
  "facet",
  "verifierId",
  "now",
  "lastValue",
  "lastId",
] as const;

/** One query of each shape of request: what varies within a shape is a value. */
const lists = new Map<string, ReturnType<typeof prepareList>>();

/** One page. One query whatever the number of rows; the card is cut out by the database. */
export async function listDocuments(tx: Tx, workspaceId: string, request: ListRequest) {
  const { kind, state, text, ownerId, tags, segmentId, personaId, facet, freshness, verifierId } = request;
  const { sort, order, mayReadDrafts, after, limit } = request;
  const given = [text, ownerId, tags, segmentId, personaId, facet, verifierId, after].map(
    (value) => value !== undefined,
  );
  const shape = [kind, state, freshness, sort, order, mayReadDrafts, ...given].join();
  const list = lists.get(shape) ?? prepareList(request);
  lists.set(shape, list);
  return list(tx, {
    workspaceId,
    kind,
    limit,
    text,
    ownerId,
    // A tag is one line.
    tags: tags?.join("\n"),
    segmentId,
    personaId,
    facet,
    verifierId,
    now: freshness === undefined ? undefined : request.now.toISOString(),
    lastValue: after?.value,
    lastId: after?.id,
  });
}

type Values = Readonly<Record<(typeof VALUES)[number], Placeholder>>;

function prepareList(request: ListRequest) {
  const { mayReadDrafts, cardFields, sort, order } = request;
  const shown = mayReadDrafts ? drafts : versions;
  const by = sortColumns(sort, shown);
  const direction = order === "asc" ? asc : desc;
  // A record takes the content apart once; an arrow for each field would unpack it as often.
  const fields = sql.join(
    cardFields.map((name) => sql`${sql.identifier(name)} jsonb`),
    sql`, `,
  );
  return prepareOnce(VALUES, (db, value) =>
    db
      .select({
        id: documents.id,
        title: shown.title,
        card: sql<
          Record<string, unknown>
        >`(select to_jsonb(card) from jsonb_to_record(${shown.content}) as card(${fields}))`,
        tags: documents.tags,
        currentVersion: documents.currentVersion,
        retiredAt: documents.retiredAt,
        isChanged: sql<boolean>`${drafts.contentHash} is distinct from ${versions.contentHash}`,
        owner: { id: users.id, name: users.name },
        createdAt: documents.createdAt,
        changedAt: documents.changedAt,
        marks: marksOfDocument,
        freshness: freshnessOfDocument,
      })
      .from(documents)
      .innerJoin(drafts, eq(drafts.documentId, documents.id))
      .innerJoin(users, eq(users.id, documents.ownerId))
      .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
      .where(
        and(
          eq(documents.workspaceId, value.workspaceId),
          eq(documents.kind, value.kind),
          stateCondition(request.state, mayReadDrafts),
          // Said of the version itself, so that the planner may begin with it.
          mayReadDrafts ? undefined : isNotNull(versions.number),
          ...narrowing(request, value),
          request.after &&
            sql`(${by.value}, ${by.id}) ${order === "asc" ? sql`>` : sql`<`} (${value.lastValue}::${by.type}, ${value.lastId}::uuid)`,
        ),
      )
      .orderBy(direction(by.value), direction(by.id))
      .limit(value.limit),
  );
}

/** What a list is sorted by, as an index has it, and the id that tells equal ones apart. */
function sortColumns(sort: ListSort, shown: typeof drafts | typeof versions) {
  if (sort === "title") {
    return { value: sql`${shown.title} collate "und-x-icu"`, id: shown.documentId, type: sql`text` };
  }
  const value = sort === "changed" ? documents.changedAt : documents.createdAt;
  return { value: sql`${value}`, id: documents.id, type: sql`timestamptz` };
}

// What asks for content goes by functions that may use an index, which row-level security keeps from operators.
function narrowing(request: ListRequest, value: Values): readonly (SQL | undefined)[] {
  // "is true" keeps the planner from joining all that fit before it sorts: it walks the order's index and looks up.
  const among = (isAsked: boolean, ids: SQL) =>
    isAsked ? sql`(${documents.id} in (select ${ids})) is true` : undefined;
  return [
    request.ownerId === undefined ? undefined : eq(documents.ownerId, value.ownerId),
    request.tags === undefined ? undefined : sql`${documents.tags} @> string_to_array(${value.tags}::text, E'\n')`,
    among(request.text !== undefined, sql`documents_with_words(${value.text}::text)`),
    among(request.segmentId !== undefined, sql`documents_linking_to(${value.segmentId}::uuid)`),
    among(request.personaId !== undefined, sql`documents_linking_to(${value.personaId}::uuid)`),
    request.freshness && isNull(documents.retiredAt),
    request.freshness && freshnessCondition(request.freshness, value.workspaceId, value.now),
    request.verifierId === undefined ? undefined : verifierCondition(value.verifierId),
    among(request.facet !== undefined, sql`documents_with_facet(${value.facet}::text)`),
  ];
}

/** The database's side of `documentState`. */
function stateCondition(state: DocumentState | undefined, mayReadDrafts: boolean): SQL | undefined {
  const hashes = [drafts.contentHash, versions.contentHash] as const;
  switch (state) {
    case undefined:
      return isNull(documents.retiredAt);
    case "retired":
      return isNotNull(documents.retiredAt);
    case "draft":
      return and(isNull(documents.retiredAt), isNull(documents.currentVersion));
    case "changed":
      return and(isNull(documents.retiredAt), isNotNull(documents.currentVersion), ne(...hashes));
    case "published":
      // Who sees published content only is not told that a draft differs from it.
      return and(
        isNull(documents.retiredAt),
        isNotNull(documents.currentVersion),
        mayReadDrafts ? eq(...hashes) : undefined,
      );
  }
}

function prepareCounts(mayReadDrafts: boolean) {
  return prepareOnce(["workspaceId"], (db, value) =>
    db
      .select({ kind: documents.kind, count: sql<number>`count(*)::int` })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, value.workspaceId),
          isNull(documents.retiredAt),
          mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
        ),
      )
      .groupBy(documents.kind),
  );
}
const countAll = prepareCounts(true);
const countPublished = prepareCounts(false);

/** How many documents of each kind are in use, as the navigation shows them. */
export async function countDocuments(tx: Tx, workspaceId: string, mayReadDrafts: boolean) {
  return mayReadDrafts ? countAll(tx, { workspaceId }) : countPublished(tx, { workspaceId });
}

/** What was changed last, of every kind. */
export async function listRecent(tx: Tx, workspaceId: string, mayReadDrafts: boolean, limit: number) {
  const shown = mayReadDrafts ? drafts : versions;
  const newest = (kind: KindName) =>
    tx
      .select({
        id: documents.id,
        kind: documents.kind,
        title: shown.title,
        currentVersion: documents.currentVersion,
        changedAt: documents.changedAt,
      })
      .from(documents)
      .innerJoin(drafts, eq(drafts.documentId, documents.id))
      .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
      .where(
        and(
          eq(documents.workspaceId, workspaceId),
          eq(documents.kind, kind),
          isNull(documents.retiredAt),
          mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
        ),
      )
      .orderBy(desc(documents.changedAt), desc(documents.id))
      .limit(limit);
  return newest("segment")
    .unionAll(newest("persona"))
    .unionAll(newest("scenario"))
    .orderBy(sql`changed_at desc`)
    .limit(limit);
}
