// The two halves of every change of a live body: bring it up to date under the draft's lock, and keep what it became.
import * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { resetApproval } from "../../approvals/use-cases/reset-approval";
import type { DocumentKind } from "../../document-kind";
import { storeBatch } from "../../drafts/edit-log-queries";
import { isSameJson } from "../../drafts/edit-rules";
import { announceEdits } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import { bodyOf, type DocumentContent, withBody } from "../../field-rules";
import { writeTexts } from "../../search/search-queries";
import { documentWords } from "../../search/search-text-rules";
import { noteOrphans } from "../../threads/use-cases/note-orphans";
import { deleteUpdates, findBody, listUpdates, setUpdateAside, writeBody } from "../body-queries";
import { beginningState, readBody } from "../body-yjs-rules";

export interface OpenedBody<C extends DocumentContent> {
  readonly draft: Awaited<ReturnType<typeof lockedDraft<C>>>;
  /** Holds everything that was acknowledged. */
  readonly doc: Y.Doc;
  /** Of the log's rows that it holds and the state doesn't. */
  readonly logged: readonly number[];
  /** Who wrote last, or null where the log was empty. */
  readonly lastAuthor: string | null;
  /** Nobody had opened it before. */
  readonly isNew: boolean;
}

/**
 * Locks the draft and brings its live body up to date with all that was acknowledged, into the given document where
 * there is one. Updates that can't be applied are set aside. Throws NOT_FOUND.
 */
export async function openBody<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  into?: Y.Doc,
): Promise<OpenedBody<C>> {
  const { tx, workspaceId } = scope;
  const draft = await lockedDraft(scope, kind, documentId);
  const state = into ? null : await findBody(tx, workspaceId, documentId);
  const rows = await listUpdates(tx, workspaceId, documentId);
  const doc = into ?? new Y.Doc();
  if (state !== null) Y.applyUpdate(doc, state ?? beginningState(bodyOf(kind.fields, draft.content)));
  const logged: number[] = [];
  for (const row of rows) {
    try {
      Y.applyUpdate(doc, row.data, FROM_LOG);
      logged.push(row.id);
    } catch (error) {
      await setUpdateAside(tx, workspaceId, documentId, { ...row, problem: String(error) });
    }
  }
  return { draft, doc, logged, lastAuthor: rows.at(-1)?.authorId ?? null, isNew: state === undefined };
}

/** Origin of what comes out of the log: it is written down already, and needs no store of its own. */
export const FROM_LOG = { source: "local", skipStoreHooks: true } as const;

/**
 * Keeps what an opened body says: its state, and the draft's content where the prose differs from it, as a new revision
 * with an empty batch. Answers the draft's revision after it.
 */
export async function keepBody<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  { draft, doc, logged, lastAuthor }: OpenedBody<C>,
): Promise<{ readonly revision: number; readonly isChanged: boolean }> {
  const { tx, workspaceId } = scope;
  const { body, marked, problem } = readBody(doc);
  await writeBody(tx, workspaceId, documentId, { state: Y.encodeStateAsUpdate(doc), problem });
  await deleteUpdates(tx, workspaceId, logged);
  await noteOrphans(scope, kind, documentId, marked);
  if (isSameJson(body, bodyOf(kind.fields, draft.content))) return { revision: draft.revision, isChanged: false };
  const content = withBody(kind.fields, draft.content, body);
  const revision = draft.revision + 1;
  const batch = { revision, batchId: crypto.randomUUID(), edits: [] };
  await storeBatch(tx, workspaceId, {
    ...batch,
    documentId,
    authorId: lastAuthor ?? scope.userId,
    json: JSON.stringify(content),
    contentHash: canonicalHash(content),
    span: new Date().toISOString().slice(0, 13),
  });
  await writeTexts(tx, workspaceId, documentId, documentWords(kind.fields, content));
  await resetApproval(scope, { documentId, kind: kind.name, title: content.title, revision: draft.revision });
  await announceEdits(scope, documentId, batch);
  return { revision, isChanged: true };
}
