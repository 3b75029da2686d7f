import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import type { LiveFate } from "@/server/collab/collab-server";
import type { LivePlace } from "@/server/collab/live-place";
import type { Hearing } from "@/server/events/event-hub";
import type { Events } from "@/server/events/event-listener";
import { reportFailure } from "@/server/failure-report";
import { AppError } from "@/shared/errors";
import type { LiveEvent } from "../../drafts/live-contract";
import { documentTopic } from "../../drafts/use-cases/announce-change";
import { type BodyEvent, bodyTopic } from "../body-topic-rules";
import { FROM_LOG } from "./open-body";

interface Following {
  readonly events: Pick<Events, "hear">;
  /** Of this process: what it wrote itself it has applied. */
  readonly origin: string;
  readonly place: LivePlace;
  readonly doc: Y.Doc;
  readonly tell: (fate: LiveFate) => void;
  /** Reads everything anew; answers whether the document may be written in. Throws NOT_FOUND. */
  readonly fill: () => Promise<boolean>;
}

/** Milliseconds until a document is read again after it could not be. */
const READ_AGAIN = 1_000;

/** Fills the document and keeps it equal to what is written elsewhere, until it is destroyed. Throws where `fill` does. */
export async function followBody(following: Following): Promise<void> {
  const { events, place, doc, tell, fill } = following;
  const { workspaceId, documentId } = place;
  // Heard before it is read: nothing falls between the two.
  const hearings: Hearing[] = [];
  try {
    for (const topic of [bodyTopic(documentId), documentTopic(documentId)]) {
      hearings.push(await events.hear({ workspaceId, topic }));
    }
    doc.once("destroy", () => close(hearings));
    tell((await fill()) ? "open" : "retired");
  } catch (error) {
    close(hearings);
    throw error;
  }
  for (const hearing of hearings) {
    void follow(hearing, following).catch((error: unknown) => reportFailure("collab", documentId, error));
  }
}

function close(hearings: readonly Hearing[]): void {
  for (const hearing of hearings) hearing.close();
}

async function follow(hearing: Hearing, { origin, place, doc, tell, fill }: Following): Promise<void> {
  let isGone = false;
  doc.once("destroy", () => {
    isGone = true;
  });
  for await (const heard of hearing) {
    const event = heard.type === "event" ? heard.event : null;
    if (event && !isNews(event.topic === bodyTopic(place.documentId), event.body, origin, doc)) continue;
    // Until it succeeds: a document that has missed something must not go on as if it hadn't.
    while (!isGone) {
      const fate = await fill().then(
        (isOpen): LiveFate => (isOpen ? "open" : "retired"),
        (error: unknown) => {
          if (error instanceof AppError && error.code === "NOT_FOUND") return "gone";
          reportFailure("collab", place.documentId, error);
          return null;
        },
      );
      if (fate) tell(fate);
      if (fate) break;
      await sleep(READ_AGAIN);
    }
  }
}

/** Whether the document has to be read anew after this; what it can take from the event alone it takes. */
function isNews(isBody: boolean, body: unknown, origin: string, doc: Y.Doc): boolean {
  if (!isBody) {
    const event = body as LiveEvent | null;
    return event === null || (event.type === "changed" && event.part === "document");
  }
  const event = body as BodyEvent | null;
  if (event?.origin === origin) return false;
  if (!event?.update) return true;
  try {
    Y.applyUpdate(doc, Buffer.from(event.update, "base64"), FROM_LOG);
  } catch {
    return true;
  }
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
