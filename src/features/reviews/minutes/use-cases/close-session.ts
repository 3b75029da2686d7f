import type { DocumentContent } from "@/features/documents/field-rules";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import { updateSession } from "../../planning/plan-queries";
import { lockLedSession } from "../../planning/use-cases/lead-session";
import { listPeople } from "../../room/room-queries";
import { listNotes, listTasks, listVotes } from "../../room/said-queries";
import { announceSession } from "../../room/session-events";
import { listItems, listParticipants, type lockSession } from "../../session-queries";
import { markedStatements } from "../freeze-rules";
import type { KeptMinutes, MinutesItem } from "../minutes-contract";
import { sessionClosed } from "../minutes-jobs";
import { listDocumentsOfSession, listMarksOfSession, storedMinutes } from "../minutes-queries";

type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>;

/** Ends an open session for somebody who leads it. Of two who end it at once, one does. Throws BLOCKED before it began. */
export async function closeSession(
  scope: Scope<"review.plan">,
  kinds: DocumentKinds,
  sessionId: string,
  now = new Date(),
): Promise<void> {
  const session = await lockLedSession(scope, sessionId);
  if (session.state === "closed") return;
  if (session.state !== "open") {
    const isPlanned = session.state === "planned";
    throw new AppError("BLOCKED", isPlanned ? "This session hasn’t begun yet." : "This session was cancelled.");
  }
  await endSession(scope, kinds, session, { now });
}

interface Ending {
  readonly now: Date;
  readonly isFromClock?: true;
}

/**
 * Freezes what was said and decided into minutes, tells everybody who was asked, and leaves undecided what nobody decided.
 * The caller holds the session's lock and has seen that it is open.
 */
export async function endSession(
  scope: Scope,
  kinds: DocumentKinds,
  session: LockedSession,
  { now, isFromClock }: Ending,
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { id: sessionId, title, facilitatorId } = session;
  const people = await listParticipants(tx, workspaceId, sessionId);
  const items = await freezeItems(scope, kinds, sessionId);
  const minutes: KeptMinutes = {
    people: people.map(({ name, joinedAt }) => ({ name, came: joinedAt !== null })),
    items,
  };
  await updateSession(tx, workspaceId, sessionId, {
    ...({ state: "closed", closedAt: now, minutes: storedMinutes(minutes) } as const),
    ...{ guestTokenHash: null, presenterId: null, presented: null, currentItemId: null, itemStartedAt: null },
  });
  await notify(scope, {
    kind: "session.minutes",
    userIds: (await listPeople(tx, workspaceId, sessionId)).map(({ id }) => id),
    fact: `session.minutes:${sessionId}`,
    subject: { sessionId, title, ...(isFromClock && { closedBy: "clock" }) },
    ...(isFromClock ? { isFromClock } : { isActorTold: true }),
  });
  const undecided = items.filter(({ result }) => result === null).length;
  if (undecided > 0)
    await notify(scope, {
      kind: "session.undecided",
      userIds: [facilitatorId],
      fact: `session.undecided:${sessionId}`,
      subject: { sessionId, title, undecided },
      isFromClock: true,
    });
  await enqueue(tx, sessionClosed, { workspaceId, userId, sessionId }, `session-closed:${sessionId}`);
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
}

async function freezeItems({ tx, workspaceId }: Scope, kinds: DocumentKinds, sessionId: string) {
  const rows = await listItems(tx, workspaceId, sessionId);
  const documents = new Map((await listDocumentsOfSession(tx, workspaceId, sessionId)).map((one) => [one.itemId, one]));
  const marks = Map.groupBy(await listMarksOfSession(tx, workspaceId, sessionId), ({ itemId }) => itemId);
  const items: MinutesItem[] = [];
  for (const { item, kind, title, decidedByName } of rows) {
    const { documentId, result, version } = item;
    const document = documents.get(item.id);
    const votes = await listVotes(tx, workspaceId, item.id);
    const notes = await listNotes(tx, workspaceId, item.id);
    const tasks = await listTasks(tx, workspaceId, sessionId, documentId);
    // Written by the engine alone, which takes nothing else.
    const draft = document?.draft as DocumentContent | undefined;
    const published = (document?.published ?? null) as DocumentContent | null;
    items.push({
      ...{ documentId, kind, title, result, version, note: item.decisionNote, decidedBy: decidedByName },
      dueOn: result === null ? null : (document?.dueOn ?? null),
      votes: votes.map(({ person, vote }) => ({ name: person.name, vote })),
      marks: draft ? markedStatements(kinds[kind].fields, { draft, published }, marks.get(item.id) ?? []) : [],
      notes: notes.map(({ author, text }) => ({ author: author.name, text })),
      tasks: tasks.map(({ text, assignee, dueOn }) => ({ text, assignee: assignee.name, dueOn })),
    });
  }
  return items;
}
