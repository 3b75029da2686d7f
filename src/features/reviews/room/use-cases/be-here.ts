import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import { roleMay } from "@/shared/permissions";
import { findSession, listItems, lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { HereInput, SessionEvent } from "../room-contract";
import { addPerson, leadSession, listPeople, moveSession, touchPerson } from "../room-queries";
import { BELIEVED, type LeadershipFacts, leadershipNow } from "../room-rules";
import { insertNote } from "../said-queries";
import { announceSession, sessionTopic } from "../session-events";

/**
 * A page says every few seconds that its person is there. Who comes to an open session and may take part is of it from
 * then on. Whoever asks also has the server look whether the session is still led. Throws NOT_FOUND.
 */
export async function beHere(
  scope: Scope<"review.follow">,
  { name }: Pick<Session, "name">,
  { sessionId, page, isFollowing }: HereInput,
  now = new Date(),
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const row = await findSession(tx, workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  if (row.session.state === "open") {
    const known = await touchPerson(tx, workspaceId, sessionId, userId, now);
    const joins = known === undefined && scope.may("review.take-part");
    if (joins) await addPerson(tx, workspaceId, sessionId, userId, now);
    if (joins || known?.isFirst) await announceSession(scope, sessionId, { type: "changed", what: "session" });
    await keepLed(scope, sessionId, now);
  }
  const person = { id: userId, name };
  const retain = { key: pageKey(userId, page), seconds: BELIEVED / 1_000 };
  await announceSession(scope, sessionId, { type: "present", page, person, isFollowing }, retain);
}

/** What is told when a page is closed. */
export function leavingEvent(
  of: { readonly workspaceId: string; readonly session: Session },
  sessionId: string,
  page: string,
) {
  const body: SessionEvent = { type: "left", page };
  const retain = { key: pageKey(of.session.userId, page), seconds: 0 };
  return { workspaceId: of.workspaceId, topic: sessionTopic(sessionId), body, retain };
}

/** With the person, so that nobody speaks for another's page. */
function pageKey(userId: string, page: string): string {
  return `${userId}:${page}`;
}

/** Hands leading and presenting over where who has it is lost, and begins the agenda. */
async function keepLed(scope: Scope<"review.follow">, sessionId: string, now: Date): Promise<void> {
  const { tx, workspaceId } = scope;
  const isAsItShouldBe = async () => {
    const { session, next } = await look(scope, sessionId, now);
    const isSame = next.facilitatorId === session.facilitatorId && next.presenterId === session.presenterId;
    return isSame && (session.currentItemId !== null || session.mode === "window");
  };
  // Asked without the lock first: it is so nearly always, and thirty people ask.
  if (await isAsItShouldBe()) return;
  await lockSession(tx, workspaceId, sessionId);
  const { session, next, people } = await look(scope, sessionId, now);
  const [first] = await listItems(tx, workspaceId, sessionId);
  const itemId = session.currentItemId ?? first?.item.id ?? null;
  if (session.mode === "live" && session.currentItemId === null && itemId) {
    await moveSession(tx, workspaceId, { sessionId, itemId }, now);
    await announceSession(scope, sessionId, { type: "moved", itemId, at: now.toISOString() });
  }
  const isSame = next.facilitatorId === session.facilitatorId && next.presenterId === session.presenterId;
  if (isSame) return;
  await leadSession(tx, workspaceId, sessionId, next);
  const named = (id: string) => {
    const person = people.find((one) => one.id === id);
    if (!person) throw new Error("who leads is none of the session");
    return { id, name: person.name };
  };
  if (next.facilitatorId !== session.facilitatorId && itemId) {
    const lost = people.find(({ id }) => id === session.facilitatorId)?.name ?? "Who led it";
    // Part of the minutes, in the words of who leads from here on.
    const text = `Leads the session from here on: ${lost} was gone for over a minute.`;
    const id = crypto.randomUUID();
    const author = named(next.facilitatorId);
    await insertNote(tx, { id, workspaceId, itemId, authorId: author.id, text, at: now });
    const note = { id, author, text, at: now.toISOString() };
    await announceSession(scope, sessionId, { type: "noted", itemId, note });
  }
  const presenter = next.presenterId === null ? null : named(next.presenterId);
  await announceSession(scope, sessionId, { type: "led", facilitator: named(next.facilitatorId), presenter });
}

async function look({ tx, workspaceId }: Scope, sessionId: string, now: Date) {
  const row = await findSession(tx, workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const { session } = row;
  const people = await listPeople(tx, workspaceId, sessionId);
  const facts: LeadershipFacts = {
    mode: session.mode,
    state: session.state,
    facilitatorId: session.facilitatorId,
    presenterId: session.presenterId,
    openedAt: (session.openedAt ?? session.startsAt).getTime(),
    people: people.map(({ id, role, joinedAt, seenAt }) => ({
      id,
      joinedAt: joinedAt?.getTime() ?? null,
      seenAt: seenAt?.getTime() ?? null,
      mayLead: roleMay(role, "review.plan"),
    })),
  };
  return { session, people, next: leadershipNow(facts, now.getTime()) };
}
