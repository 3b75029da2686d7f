import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { bodyFieldOf, placeOf } from "../../field-rules";
import { threadOpened } from "../../marks/use-cases/mark-disputed";
import type { StartThreadInput } from "../thread-contract";
import { countThreads, findContent, insertThread } from "../thread-queries";
import { findPlace, MAX_OPEN_THREADS, quoteOf } from "../thread-rules";
import { type DocumentKinds, discussedDocument } from "./discussed-document";
import { writeComment } from "./write-comment";

/**
 * Begins a thread at a place of the draft or of a version, with its first comment. What stands at the place is read
 * from the content itself. Throws INVALID for a place that isn't there, FORBIDDEN for the draft of who may not read it.
 */
export async function startThread(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  input: StartThreadInput,
): Promise<{ threadId: string; commentId: string }> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, place, version, body } = input;
  const document = await discussedDocument(scope, documentId);
  const kind = kinds[document.kind];
  if (version === null) scope.also("draft.read");
  const content = await findContent(tx, workspaceId, documentId, version);
  if (!content) throw new AppError("NOT_FOUND", `This ${kind.name} has no version ${version}.`);
  const found = place === null ? null : findPlace(kind.fields, kind.schema.parse(content), place);
  if (place !== null && !found) {
    throw new AppError("INVALID", "What you comment on is no longer there. Copy your words, then reload the page.", {
      path: "place",
    });
  }

  const counts = await countThreads(tx, workspaceId, documentId, true);
  if (counts.reduce((sum, { open }) => sum + open, 0) >= MAX_OPEN_THREADS) {
    throw new AppError("LIMIT", `A document holds up to ${MAX_OPEN_THREADS} open threads. Resolve some first.`);
  }
  // What is said of the prose as a whole hangs on none of its words.
  const isProse = place === placeOf(bodyFieldOf(kind.fields).path);
  const quote = isProse ? "" : quoteOf(found?.quote ?? "");
  const id = crypto.randomUUID();
  await insertThread(tx, workspaceId, { id, documentId, place, quote, version, startedBy: userId });
  const { title } = document;
  const label = found?.label ?? null;
  const thread = { id, documentId, kind: kind.name, title, label, quote, version };
  const commentId = await writeComment(scope, thread, body);
  await threadOpened(scope, documentId);
  return { threadId: id, commentId };
}
