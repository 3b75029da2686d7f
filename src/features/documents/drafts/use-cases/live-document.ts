// What a page that has a document open hears, until it is closed.
import { announce } from "@/server/events/announce";
import type { Hearing } from "@/server/events/event-hub";
import type { Told } from "@/server/trpc/resumable";
import type { StandingAccess } from "@/server/trpc/standing-access";
import { AppError } from "@/shared/errors";
import { findLiveDocument, listBatchesAfter } from "../edit-log-queries";
import type { EditsEvent, LiveEvent, LiveInput } from "../live-contract";
import { type AnnouncedEdits, documentTopic } from "./announce-change";
import { leavingEvent } from "./announce-presence";

type Access = StandingAccess<"document.read">;

/** So many batches are told one by one to who comes back; after more it is quicker to read the draft anew. */
const MAX_CATCH_UP = 100;

type Announced = AnnouncedEdits | Exclude<LiveEvent, EditsEvent>;

/**
 * Opens the stream; throws NOT_FOUND when the document is none that the person may read. It begins with the batches
 * after the page's revision, and its events carry the last revision told, from which a broken stream goes on. People
 * who read versions only hear that versions, threads or the document changed, and nothing of the draft.
 */
export async function liveDocument(standing: Access, input: LiveInput): Promise<AsyncGenerator<Told<LiveEvent>>> {
  await standing.inScope(async ({ tx, workspaceId }) => {
    const row = await findLiveDocument(tx, workspaceId, input.documentId);
    const mayRead = standing.may("draft.read") || row?.currentVersion !== null;
    if (!row || !mayRead) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  });
  return standing.may("draft.read") ? wholeStream(standing, input) : readersStream(standing, input);
}

/** Where who reads versions only goes on: nothing of theirs has a revision. */
const NOWHERE = "0";

/** The parts of a document that its readers see something of. */
const READERS_PARTS: readonly string[] = ["document", "versions", "threads"];

async function* readersStream(standing: Access, { documentId }: LiveInput): AsyncGenerator<Told<LiveEvent>> {
  for await (const heard of await standing.hear(documentTopic(documentId))) {
    if (heard.type === "lost") yield { id: NOWHERE, value: { type: "lost" } };
    else {
      const event = heard.event.body as Announced | null;
      if (event?.type === "changed" && READERS_PARTS.includes(event.part)) yield { id: NOWHERE, value: event };
    }
  }
}

async function* wholeStream(standing: Access, input: LiveInput): AsyncGenerator<Told<LiveEvent>> {
  const { documentId, page } = input;
  const hearing: Hearing = await standing.hear(documentTopic(documentId));
  let told = Math.max(input.revision ?? 0, Number(input.lastEventId) || 0);
  const tell = (event: LiveEvent): Told<LiveEvent> => {
    if (event.type === "edits") told = Math.max(told, event.revision);
    return { id: String(told), value: event };
  };
  try {
    for (const event of await catchUp(standing, documentId, told)) yield tell(event);
    for await (const heard of hearing) {
      if (heard.type === "lost") {
        for (const event of await catchUp(standing, documentId, told)) yield tell(event);
        continue;
      }
      const event = heard.event.body as Announced | null;
      if (!event || (event.type === "edits" && event.revision <= told)) continue;
      if (event.type !== "edits") {
        const isOwn = (event.type === "present" || event.type === "left") && event.page === page;
        if (!isOwn) yield tell(event);
      } else if (event.edits) yield tell({ ...event, edits: event.edits });
      else for (const missed of await catchUp(standing, documentId, told)) yield tell(missed);
    }
  } finally {
    hearing.close();
    // Whoever was told that this page is here is told that it has gone; if that fails, silence says it soon.
    await announce(standing.db, leavingEvent(standing, documentId, page)).catch(() => {});
  }
}

/** The batches after a revision, or that all is to be read anew where these don't lead to the draft of now. */
async function catchUp(standing: Access, documentId: string, revision: number): Promise<readonly LiveEvent[]> {
  return standing.inScope(async ({ tx, workspaceId }) => {
    const [draft, batches] = await Promise.all([
      findLiveDocument(tx, workspaceId, documentId),
      listBatchesAfter(tx, workspaceId, { documentId, revision, limit: MAX_CATCH_UP }),
    ]);
    const isUnbroken = batches.every((batch, index) => batch.revision === revision + 1 + index);
    if (!isUnbroken || revision + batches.length < (draft?.revision ?? 0)) return [{ type: "lost" }];
    return batches.map(({ authorId, ...batch }): LiveEvent => ({ type: "edits", by: authorId, ...batch }));
  });
}
