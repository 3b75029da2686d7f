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
import { MAX_BODY_BYTES } from "../body-rules";
import { weigh } from "../body-weight-rules";
import { beginningState, readBody } from "../body-yjs";

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
 * there is one: what another process or a change from the server stored meanwhile is taken in first, so that no store
 * takes anything back. Updates that can't be applied are set aside. Throws NOT_FOUND.
 */
export async function openBody<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  into?: Y.Doc,
): Promise<OpenedBody<C>> {
  const { tx, workspaceId } = scope;
  const draft = await lockedDraft(scope, kind, documentId);
  const doc = into ?? new Y.Doc();
  const stored = await findBody(tx, workspaceId, documentId, stamps.get(doc));
  const rows = await listUpdates(tx, workspaceId, documentId);
  const state = stored ? stored.state : beginningState(bodyOf(kind.fields, draft.content));
  if (state) {
    Y.applyUpdate(doc, state, FROM_LOG);
    weigh(doc, { state: state.byteLength });
  }
  const logged: number[] = [];
  for (const row of rows) {
    const problem = applyRow(doc, row.data);
    if (problem === null) logged.push(row.id);
    else await setUpdateAside(tx, workspaceId, documentId, { ...row, problem });
  }
  return { draft, doc, logged, lastAuthor: rows.at(-1)?.authorId ?? null, isNew: stored === undefined };
}

/** Which state a document is known to hold. */
const stamps = new WeakMap<Y.Doc, string>();

/** Why it can't be applied, or null. It is read before it touches the document: half of one would stay in it. */
function applyRow(doc: Y.Doc, update: Uint8Array): string | null {
  try {
    Y.decodeUpdate(update);
    Y.applyUpdate(doc, update, FROM_LOG);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Origin of what comes out of the log: it is written down already, and needs no store of its own. */
export const FROM_LOG = { source: "local", skipStoreHooks: true } as const;

const TOO_LONG = "It is longer than a text may be.";

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
  const state = Y.encodeStateAsUpdate(doc);
  const json = Buffer.byteLength(JSON.stringify(body));
  const isTooLong = json > MAX_BODY_BYTES;
  weigh(doc, { state: state.byteLength, json });
  stamps.set(doc, await writeBody(tx, workspaceId, documentId, { state, problem: isTooLong ? TOO_LONG : problem }));
  await deleteUpdates(tx, workspaceId, logged);
  await noteOrphans(scope, kind, documentId, marked);
  // The draft keeps what it has of a text that is too long to be read everywhere; to that nothing can be added.
  if (isTooLong || isSameJson(body, bodyOf(kind.fields, draft.content)))
    return { revision: draft.revision, isChanged: false };
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
