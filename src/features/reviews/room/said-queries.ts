// SQL of what is said in a session: votes, marks, notes and tasks.
import { and, asc, count, eq } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { reviewItems, reviewMarks, reviewNotes, reviewTasks, reviewVotes } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import type { MarkInput } from "./room-contract";
import type { Vote } from "./room-rules";

const person = { id: users.id, name: users.name };

export async function putVote(tx: Tx, workspaceId: string, itemId: string, userId: string, vote: Vote) {
  const at = new Date();
  await tx
    .insert(reviewVotes)
    .values({ workspaceId, itemId, userId, vote, at })
    .onConflictDoUpdate({ target: [reviewVotes.itemId, reviewVotes.userId], set: { vote, at } });
}

export async function putMark(tx: Tx, workspaceId: string, userId: string, input: MarkInput) {
  const { itemId, place, verdict, note } = input;
  const at = new Date();
  await tx
    .insert(reviewMarks)
    .values({ workspaceId, itemId, userId, place, verdict, note, at })
    .onConflictDoUpdate({
      target: [reviewMarks.itemId, reviewMarks.userId, reviewMarks.place],
      set: { verdict, note, at },
    });
}

export async function listVotes(tx: Tx, workspaceId: string, itemId: string) {
  return tx
    .select({ person, vote: reviewVotes.vote })
    .from(reviewVotes)
    .innerJoin(users, eq(users.id, reviewVotes.userId))
    .where(and(eq(reviewVotes.workspaceId, workspaceId), eq(reviewVotes.itemId, itemId)))
    .orderBy(asc(users.name), asc(users.id));
}

export async function listMarks(tx: Tx, workspaceId: string, itemId: string) {
  const { place, verdict, note } = reviewMarks;
  return tx
    .select({ person, place, verdict, note })
    .from(reviewMarks)
    .innerJoin(users, eq(users.id, reviewMarks.userId))
    .where(and(eq(reviewMarks.workspaceId, workspaceId), eq(reviewMarks.itemId, itemId)))
    .orderBy(asc(reviewMarks.place), asc(users.name), asc(users.id));
}

/** Of which items of the session a person has voted on, which places they have marked, and what is revealed to all. */
export async function findSaid(tx: Tx, workspaceId: string, sessionId: string, userId: string) {
  const ofSession = and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId));
  const [items, votes, marks] = await Promise.all([
    tx
      .select({ id: reviewItems.id, isRevealed: reviewItems.isRevealed, decidedAt: reviewItems.decidedAt })
      .from(reviewItems)
      .where(ofSession),
    tx
      .select({ itemId: reviewVotes.itemId })
      .from(reviewVotes)
      .innerJoin(reviewItems, eq(reviewItems.id, reviewVotes.itemId))
      .where(and(ofSession, eq(reviewVotes.userId, userId))),
    tx
      .select({ itemId: reviewMarks.itemId, place: reviewMarks.place })
      .from(reviewMarks)
      .innerJoin(reviewItems, eq(reviewItems.id, reviewMarks.itemId))
      .where(and(ofSession, eq(reviewMarks.userId, userId))),
  ]);
  return { items, votes, marks };
}

export async function listNotes(tx: Tx, workspaceId: string, itemId: string) {
  return tx
    .select({ id: reviewNotes.id, author: person, text: reviewNotes.text, at: reviewNotes.at })
    .from(reviewNotes)
    .innerJoin(users, eq(users.id, reviewNotes.authorId))
    .where(and(eq(reviewNotes.workspaceId, workspaceId), eq(reviewNotes.itemId, itemId)))
    .orderBy(asc(reviewNotes.at), asc(reviewNotes.id));
}

export async function countNotes(tx: Tx, workspaceId: string, itemId: string): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(reviewNotes)
    .where(and(eq(reviewNotes.workspaceId, workspaceId), eq(reviewNotes.itemId, itemId)));
  return row?.total ?? 0;
}

export async function insertNote(tx: Tx, values: typeof reviewNotes.$inferInsert) {
  await tx.insert(reviewNotes).values(values);
}

function ownNote(
  workspaceId: string,
  key: { readonly itemId: string; readonly noteId: string; readonly userId: string },
) {
  return and(
    eq(reviewNotes.workspaceId, workspaceId),
    eq(reviewNotes.itemId, key.itemId),
    eq(reviewNotes.id, key.noteId),
    eq(reviewNotes.authorId, key.userId),
  );
}

type OwnNote = Parameters<typeof ownNote>[1];

/** Answers when it was written; undefined where the person has written no such note. */
export async function updateNote(tx: Tx, workspaceId: string, key: OwnNote, text: string) {
  const [row] = await tx
    .update(reviewNotes)
    .set({ text })
    .where(ownNote(workspaceId, key))
    .returning({ at: reviewNotes.at });
  return row?.at;
}

export async function deleteNote(tx: Tx, workspaceId: string, key: OwnNote): Promise<boolean> {
  const rows = await tx.delete(reviewNotes).where(ownNote(workspaceId, key)).returning({ id: reviewNotes.id });
  return rows.length > 0;
}

export async function listTasks(tx: Tx, workspaceId: string, sessionId: string, documentId: string) {
  return tx
    .select({
      id: reviewTasks.id,
      text: reviewTasks.text,
      assignee: person,
      dueOn: reviewTasks.dueOn,
      doneAt: reviewTasks.doneAt,
    })
    .from(reviewTasks)
    .innerJoin(users, eq(users.id, reviewTasks.assigneeId))
    .where(
      and(
        eq(reviewTasks.workspaceId, workspaceId),
        eq(reviewTasks.sessionId, sessionId),
        eq(reviewTasks.documentId, documentId),
      ),
    )
    .orderBy(asc(reviewTasks.dueOn), asc(reviewTasks.id));
}
