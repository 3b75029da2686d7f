import * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { anchoredThreads, findAnchor, isOneText, setAnchor } from "../../bodies/body-anchors";
import { bodyWords } from "../../bodies/body-words-rules";
import { readBody, setBody } from "../../bodies/body-yjs";
import { findWords } from "../../bodies/quote-rules";
import { changeBody } from "../../bodies/use-cases/change-body";
import { storeBody } from "../../bodies/use-cases/store-body";
import type { DocumentKind } from "../../document-kind";
import { bodyFieldOf, bodyOf, placeOf } from "../../field-rules";
import { threadOpened } from "../../marks/use-cases/mark-disputed";
import type { StartedTextThread, StartTextThreadInput } from "../text-thread-contract";
import { MAX_ANCHORS, proposalBlock } from "../text-thread-rules";
import { countThreads, findContent, insertThread } from "../thread-queries";
import { MAX_OPEN_THREADS, quoteOf } from "../thread-rules";
import { type DocumentKinds, discussedDocument } from "./discussed-document";
import { writeComment } from "./write-comment";

type SelectedWords = Omit<StartTextThreadInput, "workspaceId">;

/**
 * Begins a thread on words of the prose: of the draft, by people who read drafts, or of a version. The server sets the
 * mark, so that nobody needs the right to write. Where the words are gone by now, the thread keeps its quote and the
 * answer says so; a proposal for words that are gone is refused. Throws INVALID, FORBIDDEN, LIMIT, NOT_FOUND.
 */
export async function startTextThread(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  input: SelectedWords,
): Promise<StartedTextThread> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, version, quote, proposal, body } = input;
  const { kind: name, title } = await discussedDocument(scope, documentId);
  const kind = kinds[name];
  const field = bodyFieldOf(kind.fields);
  await checkSelected(scope, kind, input);
  if (body === "" && proposal === null) throw new AppError("INVALID", "Write something first.", { path: "body" });
  const counts = await countThreads(tx, workspaceId, documentId, true);
  if (counts.reduce((sum, { open }) => sum + open, 0) >= MAX_OPEN_THREADS) {
    throw new AppError("LIMIT", `A document holds up to ${MAX_OPEN_THREADS} open threads. Resolve some first.`);
  }

  const threadId = crypto.randomUUID();
  const isAnchored = await anchor(scope, kind, threadId, input);
  await insertThread(tx, workspaceId, {
    id: threadId,
    documentId,
    place: placeOf(field.path),
    quote,
    version,
    startedBy: userId,
    isOrphaned: !isAnchored,
  });
  const spoken = { id: threadId, documentId, kind: name, title, label: field.label, quote: quoteOf(quote), version };
  const commentId = await writeComment(scope, spoken, body, proposal);
  await threadOpened(scope, documentId);
  return { threadId, commentId, isAnchored };
}

/** Refuses who may not read or propose, and words that the version doesn't hold. */
async function checkSelected(scope: Scope, kind: DocumentKind, input: SelectedWords): Promise<void> {
  const { documentId, version, quote, proposal } = input;
  if (proposal !== null) scope.also("draft.suggest");
  if (version === null) {
    scope.also("draft.read");
  } else {
    const content = await findContent(scope.tx, scope.workspaceId, documentId, version);
    if (!content) throw new AppError("NOT_FOUND", `This ${kind.name} has no version ${version}.`);
    const read = new Y.Doc();
    setBody(read, bodyOf(kind.fields, kind.schema.parse(content)));
    if (findWords(bodyWords(read).flat, quote).length === 0) {
      throw new AppError(
        "INVALID",
        `These words are not in the text of v${version}. Select words of the text itself.`,
        {
          path: "quote",
        },
      );
    }
  }
  if (proposal === null) return;
  const block = version === null ? proposalBlock({ selected: quote, proposal }) : "Words are proposed for the draft.";
  if (block) throw new AppError("INVALID", block, { path: "proposal" });
}

/** Sets the mark where the words stand in the draft; false where they don't. */
async function anchor(
  scope: Scope,
  kind: DocumentKind,
  threadId: string,
  { documentId, quote, positions, version, proposal }: SelectedWords,
): Promise<boolean> {
  // What others wrote is stored as theirs first: the change below is this person's.
  await storeBody(scope, kind, documentId);
  const { result } = await changeBody(scope, kind, documentId, (doc) => {
    if (anchoredThreads(readBody(doc).marked).length >= MAX_ANCHORS) {
      throw new AppError("LIMIT", `A text holds up to ${MAX_ANCHORS} threads. Comment on the whole document instead.`);
    }
    const words = bodyWords(doc);
    const range = findAnchor(doc, words, {
      quote,
      positions: positions && version === null ? { from: bytesOf(positions.from), to: bytesOf(positions.to) } : null,
    });
    if (proposal !== null && !(range && isOneText(words, range))) {
      throw new AppError(
        "INVALID",
        range
          ? "Other words are proposed for words of one paragraph. Select less, or comment without a proposal."
          : "The words that you selected were removed or changed meanwhile. Select them again.",
        { path: "proposal" },
      );
    }
    return range !== null && setAnchor(doc, words, range, threadId);
  });
  return result;
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}
