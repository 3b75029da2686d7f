// What a page that has a session open hears, until it is closed.
import { announce } from "@/server/events/announce";
import type { Told } from "@/server/trpc/resumable";
import type { StandingAccess } from "@/server/trpc/standing-access";
import { findSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { LiveRoomInput, SessionEvent } from "../room-contract";
import { type Heard, heardBy, markKey } from "../room-stream-rules";
import { findSaid } from "../said-queries";
import { sessionTopic } from "../session-events";
import { leavingEvent } from "./be-here";

type Access = StandingAccess<"review.follow">;

/** Nothing has a number here: a stream that is made anew begins by having everything read. */
const ANYWHERE = "0";

/**
 * Opens the stream; throws NOT_FOUND where the person may see no such session. It begins with `lost`, so that what
 * happened between the page's reading and its listening is read as well. Others' votes and marks come without what was
 * said, until the person has said something themselves or it was revealed.
 */
export async function liveRoom(standing: Access, input: LiveRoomInput): Promise<AsyncGenerator<Told<SessionEvent>>> {
  await standing.inScope(async ({ tx, workspaceId }) => {
    if (!(await findSession(tx, workspaceId, input.sessionId))) throw sessionNotFound();
  });
  return roomStream(standing, input);
}

async function* roomStream(standing: Access, { sessionId, page }: LiveRoomInput): AsyncGenerator<Told<SessionEvent>> {
  const personId = standing.session.userId;
  // Heard from before the reading, so that nothing falls in between.
  const hearing = await standing.hear(sessionTopic(sessionId));
  const tell = (value: SessionEvent): Told<SessionEvent> => ({ id: ANYWHERE, value });
  try {
    let heard = await readSaid(standing, sessionId);
    yield tell({ type: "lost" });
    for await (const one of hearing) {
      if (one.type === "lost" || one.event.body === null) {
        heard = await readSaid(standing, sessionId);
        yield tell({ type: "lost" });
        continue;
      }
      const event = one.event.body as SessionEvent;
      const isOwn = (event.type === "present" || event.type === "left") && event.page === page;
      if (!isOwn) yield tell(heardBy(personId, heard, event));
    }
  } finally {
    hearing.close();
    // Who was told that this page is here is told that it has gone; if that fails, silence says it soon.
    await announce(standing.db, leavingEvent(standing, sessionId, page)).catch(() => {});
  }
}

async function readSaid(standing: Access, sessionId: string): Promise<Heard> {
  return standing.inScope(async ({ tx, workspaceId, userId }) => {
    const { items, votes, marks } = await findSaid(tx, workspaceId, sessionId, userId);
    const open = items.filter(({ isRevealed, decidedAt }) => isRevealed || decidedAt !== null);
    return {
      votedOn: new Set(votes.map(({ itemId }) => itemId)),
      marked: new Set(marks.map(({ itemId, place }) => markKey(itemId, place))),
      revealed: new Set(open.map(({ id }) => id)),
    };
  });
}
