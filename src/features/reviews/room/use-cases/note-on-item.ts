import type { z } from "zod";
import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import { AppError } from "@/shared/errors";
import type { editNoteInput, noteInput, writeNoteInput } from "../room-contract";
import { MAX_NOTES } from "../room-rules";
import { countNotes, deleteNote, insertNote, updateNote } from "../said-queries";
import { announceSession } from "../session-events";
import { itemToNoteOn } from "./hold-item";

type Writing = Scope<"review.take-part">;
type Named = Pick<Session, "name">;

/** Throws as `itemToNoteOn`, and LIMIT. */
export async function writeNote(
  scope: Writing,
  { name }: Named,
  input: z.output<typeof writeNoteInput>,
  at = new Date(),
): Promise<{ noteId: string }> {
  const { tx, workspaceId, userId } = scope;
  const { sessionId, itemId, text } = input;
  await itemToNoteOn(scope, input);
  if ((await countNotes(tx, workspaceId, itemId)) >= MAX_NOTES) {
    throw new AppError("LIMIT", `A document has up to ${MAX_NOTES} notes in a session.`);
  }
  const id = crypto.randomUUID();
  await insertNote(tx, { id, workspaceId, itemId, authorId: userId, text, at });
  const note = { id, author: { id: userId, name }, text, at: at.toISOString() };
  await announceSession(scope, sessionId, { type: "noted", itemId, note });
  return { noteId: id };
}

/** One's own only. Throws as `itemToNoteOn`, and NOT_FOUND. */
export async function editNote(scope: Writing, { name }: Named, input: z.output<typeof editNoteInput>): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { sessionId, itemId, noteId, text } = input;
  await itemToNoteOn(scope, input);
  const at = await updateNote(tx, workspaceId, { itemId, noteId, userId }, text);
  if (!at) throw noteNotFound();
  const note = { id: noteId, author: { id: userId, name }, text, at: at.toISOString() };
  await announceSession(scope, sessionId, { type: "noted", itemId, note });
}

/** One's own only. Throws as `itemToNoteOn`, and NOT_FOUND. */
export async function removeNote(scope: Writing, input: z.output<typeof noteInput>): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { sessionId, itemId, noteId } = input;
  await itemToNoteOn(scope, input);
  if (!(await deleteNote(tx, workspaceId, { itemId, noteId, userId }))) throw noteNotFound();
  await announceSession(scope, sessionId, { type: "unnoted", itemId, noteId });
}

function noteNotFound(): AppError {
  return new AppError("NOT_FOUND", "This note is gone, or somebody else wrote it.");
}
