import { markNoticesRead } from "@/features/notifications/use-cases/read-notifications";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { bodyFieldOf, type Field, placeOf } from "../../field-rules";
import { fieldsAround } from "../../use-cases/fields-around";
import { type CommentRow, listComments, listOpenings } from "../comment-queries";
import type { ListThreadsInput, Thread, ThreadComment, ThreadHead, ThreadList, ThreadPlaces } from "../thread-contract";
import { countThreads, findThread, listThreads, type ThreadRow } from "../thread-queries";
import { placeLabel } from "../thread-rules";
import { type DocumentKinds, discussedDocument, threadNotFound } from "./discussed-document";

/** How many threads there are, in all and by place. Throws NOT_FOUND. */
export async function countByPlace(
  scope: Scope<"document.read">,
  { documentId }: { readonly documentId: string },
): Promise<ThreadPlaces> {
  await discussedDocument(scope, documentId);
  const rows = await countThreads(scope.tx, scope.workspaceId, documentId, scope.may("draft.read"));
  const sum = (part: "open" | "resolved") => rows.reduce((total, row) => total + row[part], 0);
  return {
    open: sum("open"),
    resolved: sum("resolved"),
    places: rows.flatMap(({ place, open, threadId }) =>
      place !== null && open > 0 ? [{ place, open, threadId: open === 1 ? threadId : null }] : [],
    ),
  };
}

/** One page of a document's threads, open or resolved, newest comment first. Throws NOT_FOUND. */
export async function listThreadsOf(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  input: ListThreadsInput,
): Promise<ThreadList> {
  const { tx, workspaceId } = scope;
  const { documentId, isResolved, place, limit, cursor } = input;
  const { kind, currentVersion } = await discussedDocument(scope, documentId);
  const rows = await listThreads(tx, workspaceId, {
    documentId,
    isResolved,
    place,
    mayReadDrafts: scope.may("draft.read"),
    after: cursor ? readCursor(cursor) : undefined,
    // One more than asked for tells whether there is another page.
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const places = page.map(({ place }) => place);
  const fields = await fieldsAround(scope, kinds[kind], { id: documentId, currentVersion }, places);
  const ids = page.map(({ id }) => id);
  const openings = new Map((await listOpenings(tx, workspaceId, ids)).map((row) => [row.threadId, row]));
  const last = page.at(-1);
  return {
    items: page.flatMap((row) => {
      const opening = openings.get(row.id);
      return opening ? [threadHead(scope, fields, row, { first: opening, commentCount: opening.commentCount })] : [];
    }),
    nextCursor: rows.length > page.length && last ? `${last.changedAt.toISOString()}_${last.id}` : null,
  };
}

/** One thread of a document with all its comments. Throws NOT_FOUND, also for one on a draft that is not theirs to read. */
export async function readThread(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId, threadId }: { readonly documentId: string; readonly threadId: string },
): Promise<Thread> {
  const { tx, workspaceId } = scope;
  const row = await findThread(tx, workspaceId, threadId, scope.may("draft.read"));
  if (row?.documentId !== documentId) throw threadNotFound();
  const rows = await listComments(tx, workspaceId, threadId);
  const [opening] = rows;
  if (!opening) throw threadNotFound();
  const { kind, currentVersion } = await discussedDocument(scope, documentId);
  const fields = await fieldsAround(scope, kinds[kind], { id: documentId, currentVersion }, [row.place]);
  const commentCount = rows.filter(({ deletedAt }) => deletedAt === null).length;
  return {
    ...threadHead(scope, fields, row, { first: opening, commentCount }),
    comments: rows.map((comment) => threadComment(scope.userId, comment)),
  };
}

/** Marks what the person was told about the thread as read; tells how much that was. Throws NOT_FOUND. */
export async function markThreadSeen(
  scope: Scope<"document.comment">,
  { threadId }: { readonly threadId: string },
): Promise<{ marked: number }> {
  const row = await findThread(scope.tx, scope.workspaceId, threadId, scope.may("draft.read"));
  if (!row) throw threadNotFound();
  return markNoticesRead(scope, { threadId });
}

function threadHead(
  { userId }: Scope,
  fields: readonly Field[],
  row: ThreadRow,
  opening: { readonly first: CommentRow; readonly commentCount: number },
): ThreadHead {
  const { id, place, quote, version, startedBy, resolvedAt, resolvedBy } = row;
  return {
    id,
    place,
    label: place === null ? null : placeLabel(fields, place),
    quote,
    version,
    startedBy,
    isOwn: startedBy.id === userId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    resolved: resolvedAt ? { at: resolvedAt.toISOString(), by: resolvedBy ?? "" } : null,
    isOnWords: place !== null && quote !== "" && place === placeOf(bodyFieldOf(fields).path),
    isOrphaned: row.orphanedAt !== null,
    commentCount: opening.commentCount,
    opening: threadComment(userId, opening.first),
  };
}

function threadComment(
  userId: string,
  { id, author, body, createdAt, editedAt, deletedAt, ...row }: CommentRow,
): ThreadComment {
  return {
    id,
    author,
    isOwn: author.id === userId,
    body: deletedAt ? "" : body,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    isDeleted: deletedAt !== null,
    proposal: deletedAt ? null : proposalOf(author.id, row),
  };
}

function proposalOf(
  authorId: string,
  { proposal, proposalState, decidedBy }: Pick<CommentRow, "proposal" | "proposalState" | "decidedBy">,
): ThreadComment["proposal"] {
  if (proposal === null || proposalState === null) return null;
  const isWithdrawn = proposalState === "declined" && decidedBy?.id === authorId;
  return { text: proposal, state: isWithdrawn ? "withdrawn" : proposalState, decidedBy: decidedBy?.name ?? null };
}

function readCursor(cursor: string): { changedAt: Date; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const changedAt = new Date(match?.[1] ?? "");
  if (!match?.[2] || Number.isNaN(changedAt.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { changedAt, id: match[2] };
}
