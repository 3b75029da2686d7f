import { documentTexts } from "@/features/documents/search/search-text-rules";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { readVersion } from "@/features/documents/use-cases/read-document";
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import { hashToken } from "@/server/auth/one-time-token";
import type { Db, Tx } from "@/server/db/client";
import { readInTransaction } from "@/server/db/transaction";
import { announce } from "@/server/events/announce";
import type { Events } from "@/server/events/event-listener";
import { AppError } from "@/shared/errors";
import { isRevealed } from "../../room/room-rules";
import { readSession } from "../../use-cases/read-session";
import type { WatchDocumentInput, Watched, WatchedDocument, WatchInput } from "../guest-contract";
import { countVotes, findWatched, findWorkspaceName } from "../guest-queries";

/** A tab asks every few seconds; after so many without a word it is gone. */
const GUEST_SECONDS = 15;

/** Seen by the link alone: whoever is signed in as whom makes no difference. Throws NOT_FOUND once it shows nothing. */
async function watching(
  tx: Tx,
  token: string,
): Promise<{ readonly scope: Scope<"review.follow">; readonly sessionId: string }> {
  const found = await findWatched(tx, hashToken(token));
  if (!found)
    throw new AppError(
      "NOT_FOUND",
      "This link shows nothing any more: the session is over, or the link was taken back. Ask who sent it to you.",
    );
  const scope = await scopeOfAccepted(tx, found.user_id, found.workspace_id);
  return { scope: scope.also("review.follow"), sessionId: found.session_id };
}

/** The session as guests see it, and counts the tab that asks. Throws as `watching`. */
export async function watchSession(
  { db, events }: { readonly db: Db; readonly events: Events },
  { token, guest }: WatchInput,
): Promise<Watched> {
  const { watched, of } = await readInTransaction(db, async (tx) => {
    const { scope, sessionId } = await watching(tx, token);
    return {
      watched: await readWatched(scope, sessionId),
      of: { workspaceId: scope.workspaceId, topic: `guests:${sessionId}` },
    };
  });
  if (guest !== null) await announce(db, { ...of, body: null, retain: { key: guest, seconds: GUEST_SECONDS } });
  return { ...watched, guests: await countGuests(events, of, guest) };
}

async function readWatched(scope: Scope<"review.follow">, sessionId: string): Promise<Omit<Watched, "guests">> {
  const { tx, workspaceId } = scope;
  const session = await readSession(scope, sessionId);
  const votes = new Map((await countVotes(tx, workspaceId, sessionId)).map((row) => [row.itemId, row.votes]));
  const { title, purpose, mode, state, startsAt, endsAt, timeZone, facilitator } = session;
  // As in the room: a meeting begins with the first, and in a window everybody goes their own way.
  const isMeeting = state === "open" && mode === "live";
  const currentId = session.currentItemId ?? session.items[0]?.id;
  const current = isMeeting ? session.items.find(({ id }) => id === currentId) : undefined;
  return {
    ...{ title, purpose, mode, startsAt, endsAt, timeZone, facilitator: facilitator.name, isOpen: state === "open" },
    workspaceName: await findWorkspaceName(tx, workspaceId),
    items: session.items.map((item) => ({
      ...{ id: item.id, kind: item.kind, minutesPlanned: item.minutesPlanned },
      title: item.title,
      result: item.decision?.result ?? null,
      version: item.decision?.version ?? null,
      votes: isRevealed(item, state) ? (votes.get(item.id) ?? { approve: 0, change: 0, retire: 0 }) : null,
    })),
    currentItemId: current?.id ?? null,
    shown: current?.currentVersion ? { documentId: current.documentId, version: current.currentVersion } : null,
  };
}

/** The tabs of all processes that asked lately, with the one that asks now. */
async function countGuests(
  events: Events,
  of: { readonly workspaceId: string; readonly topic: string },
  guest: string | null,
): Promise<number> {
  const guests = new Set(guest === null ? [] : [guest]);
  const hearing = await events.hear(of);
  // What is retained waits already; whatever else would come is not waited for.
  const end = new Promise<null>((resolve) => setImmediate(() => resolve(null)));
  for (;;) {
    const step = await Promise.race([hearing.next(), end]);
    if (step === null || step.done) break;
    if (step.value.type === "event" && step.value.event.retain) guests.add(step.value.event.retain.key);
  }
  hearing.close();
  return guests.size;
}

/** The title stands above, and what a face looks like says nothing in words. */
const NO_WORDS: ReadonlySet<string> = new Set(["title", "portrait", "hue"]);

/** The published version that is shown, as long as it is the current one of a document on the agenda. Throws NOT_FOUND. */
export async function watchDocument(
  db: Db,
  kinds: DocumentKinds,
  { token, documentId, version }: WatchDocumentInput,
): Promise<WatchedDocument> {
  return readInTransaction(db, async (tx) => {
    const { scope, sessionId } = await watching(tx, token);
    const { items } = await readSession(scope, sessionId);
    const item = items.find((one) => one.documentId === documentId && one.currentVersion === version);
    if (!item) throw new AppError("NOT_FOUND", "This document isn’t shown any more.");
    const kind = kinds[item.kind];
    const { content, publishedAt } = await readVersion(scope.also("document.read"), kind, {
      documentId,
      number: version,
    });
    const texts = documentTexts(
      kind.fields.filter(({ path: [first = ""] }) => !NO_WORDS.has(first)),
      content,
    );
    const fields = [...Map.groupBy(texts, ({ label }) => label)].map(([label, all]) => ({
      label,
      texts: all.map(({ text }) => text),
    }));
    return { title: content.title, version, publishedAt, fields };
  });
}
