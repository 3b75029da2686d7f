import * as Y from "yjs";
import type { Scope } from "@/server/access/open-scope";
import { announce, fitsEvent } from "@/server/events/announce";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { bodyTopic } from "../body-topic-rules";
import { keepBody, openBody } from "./open-body";

/**
 * Changes a live body from the server, in the caller's transaction: a restore, the mark of a thread, an accepted
 * proposal. Whoever has it open sees the change with the commit and goes on writing; nobody is disconnected.
 * `change` works on the document, which holds everything that was acknowledged. Throws NOT_FOUND.
 */
export async function changeBody<C extends DocumentContent, T>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
  change: (doc: Y.Doc) => T,
): Promise<{ readonly result: T; readonly revision: number }> {
  const opened = await openBody(scope, kind, documentId);
  const before = Y.encodeStateVector(opened.doc);
  const result = change(opened.doc);
  const update = Y.encodeStateAsUpdate(opened.doc, before);
  const { revision } = await keepBody(scope, kind, documentId, { ...opened, lastAuthor: scope.userId });
  const event = (told: string | null) => ({
    workspaceId: scope.workspaceId,
    topic: bodyTopic(documentId),
    body: { origin: "", update: told },
  });
  const whole = event(Buffer.from(update).toString("base64"));
  await announce(scope.tx, fitsEvent(JSON.stringify(whole)) ? whole : event(null));
  return { result, revision };
}
