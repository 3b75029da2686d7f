import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import { type AnnouncedEvent, announce } from "@/server/events/announce";
import { findLiveDocument } from "../edit-log-queries";
import type { LiveEvent, PresentInput } from "../live-contract";
import { documentTopic } from "./announce-change";
import { documentNotFound } from "./locked-draft";

/** A page says where it is every few seconds; after so many without a word it is gone. */
const PRESENT_SECONDS = 15;

/** Tells everybody who has the document open that this page of the person is in a place of it. Throws NOT_FOUND. */
export async function announcePresence(
  { tx, workspaceId, userId }: Scope<"draft.read">,
  { name }: Pick<Session, "name">,
  { documentId, page, place }: PresentInput,
): Promise<void> {
  if (!(await findLiveDocument(tx, workspaceId, documentId))) throw documentNotFound({ name: "document" });
  const body: LiveEvent = { type: "present", page, person: { id: userId, name }, place };
  const retain = { key: pageKey(userId, page), seconds: PRESENT_SECONDS };
  await announce(tx, { workspaceId, topic: documentTopic(documentId), body, retain });
}

/** What is told when a page is closed. */
export function leavingEvent(
  of: { readonly workspaceId: string; readonly session: Session },
  documentId: string,
  page: string,
): AnnouncedEvent {
  const body: LiveEvent = { type: "left", page };
  const retain = { key: pageKey(of.session.userId, page), seconds: 0 };
  return { workspaceId: of.workspaceId, topic: documentTopic(documentId), body, retain };
}

/** With the person, so that nobody speaks for another's page. */
function pageKey(userId: string, page: string): string {
  return `${userId}:${page}`;
}
