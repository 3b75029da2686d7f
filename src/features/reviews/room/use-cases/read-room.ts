import type { Scope } from "@/server/access/open-scope";
import { roleMay } from "@/shared/permissions";
import { findSession } from "../../session-queries";
import { readSession, sessionNotFound } from "../../use-cases/read-session";
import type { Presented, Room, RoomItem, RoomItemInput } from "../room-contract";
import { findItem, listPeople } from "../room-queries";
import { listMarks, listNotes, listTasks, listVotes } from "../said-queries";
import { itemNotFound } from "./hold-item";

/** A session as somebody finds it who comes in now. Throws NOT_FOUND. */
export async function readRoom(scope: Scope<"review.follow">, sessionId: string): Promise<Room> {
  const { tx, workspaceId } = scope;
  const session = await readSession(scope, sessionId);
  const row = await findSession(tx, workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const people = await listPeople(tx, workspaceId, sessionId);
  const voters = people.filter(
    ({ role, joinedAt }) => roleMay(role, "review.take-part") && (joinedAt !== null || session.mode === "window"),
  );
  return {
    session,
    now: new Date().toISOString(),
    presented: row.session.presented as Presented | null,
    voters: voters.map(({ id, name }) => ({ id, name })),
  };
}

/** What was said of an item, without what this person may not know yet. Throws NOT_FOUND. */
export async function readRoomItem(scope: Scope<"review.follow">, input: RoomItemInput): Promise<RoomItem> {
  const { tx, workspaceId, userId } = scope;
  const { sessionId, itemId } = input;
  const found = await findItem(tx, workspaceId, input);
  if (!found) throw itemNotFound();
  const { session, item } = found;
  const isOpen = item.isRevealed || item.decidedAt !== null || session.state === "closed";
  const votes = await listVotes(tx, workspaceId, itemId);
  const marks = await listMarks(tx, workspaceId, itemId);
  const notes = await listNotes(tx, workspaceId, itemId);
  const tasks = await listTasks(tx, workspaceId, sessionId, item.documentId);
  const hasVoted = isOpen || votes.some(({ person }) => person.id === userId);
  const marked = new Set(marks.filter(({ person }) => person.id === userId).map(({ place }) => place));
  const counts = new Map<string, number>();
  for (const { place } of marks) counts.set(place, (counts.get(place) ?? 0) + 1);
  return {
    id: itemId,
    hasVoted: votes.map(({ person }) => person),
    votes: hasVoted ? votes : [],
    marks: marks.filter(({ place }) => isOpen || marked.has(place)),
    markCounts: Object.fromEntries(counts),
    notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
    tasks: tasks.map(({ doneAt, ...task }) => ({ ...task, isDone: doneAt !== null })),
  };
}
