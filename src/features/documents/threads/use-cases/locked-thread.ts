import type { Scope } from "@/server/access/open-scope";
import { fieldsAround } from "../../use-cases/fields-around";
import { lockThread } from "../thread-queries";
import { placeLabel, quoteOf } from "../thread-rules";
import { type DocumentKinds, discussedDocument, threadNotFound } from "./discussed-document";
import type { SpokenThread } from "./write-comment";

/** A thread that the person may see, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockedThread(scope: Scope, kinds: DocumentKinds, threadId: string) {
  const row = await lockThread(scope.tx, scope.workspaceId, threadId, scope.may("draft.read"));
  if (!row) throw threadNotFound();
  const { kind, title, currentVersion } = await discussedDocument(scope, row.documentId);
  const { documentId, place, quote, version } = row;
  const fields = await fieldsAround(scope, kinds[kind], { id: documentId, currentVersion }, [place]);
  const label = place === null ? null : placeLabel(fields, place);
  const spoken: SpokenThread = { id: row.id, documentId, kind, title, label, quote: quoteOf(quote), version };
  return { row, spoken };
}
