"use client";
import { type FormEvent, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { Field, TextArea, TextInput } from "@/ui/field";
import type { RoomNote } from "../room-contract";
import { notingBlock } from "../room-rules";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

/** What is worth keeping of what was said. */
export function RoomNotes({ itemId, notes }: { readonly itemId: string; readonly notes: readonly RoomNote[] }) {
  const { room, sessionId, personId, mayTakePart } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const { act, isPending } = useRoomAct();
  const [text, setText] = useState("");
  const mayWrite = mayTakePart && notingBlock(room.session.state) === null;
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const isDone = await act((client) => client.reviews.writeNote.mutate({ workspaceId, sessionId, itemId, text }));
    if (isDone) setText("");
  };
  return (
    <section aria-labelledby="room-notes" className="grid gap-2.5">
      <h2 id="room-notes" className="font-strong">
        Notes
      </h2>
      {notes.length === 0 && !mayWrite && <p className="text-small text-ink-3">None were written.</p>}
      {notes.length > 0 && (
        <ul className="grid gap-2 text-small">
          {notes.map((note) => (
            <Note key={note.id} itemId={itemId} note={note} isOwn={mayWrite && note.author.id === personId} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <form onSubmit={(event) => void write(event)} className="grid gap-1.5">
          <Field label="Add a note" isLabelHidden>
            <TextInput
              value={text}
              onChange={(event) => setText(event.target.value)}
              maxLength={1_000}
              placeholder="Add a note"
            />
          </Field>
          {text.trim() !== "" && (
            <Button type="submit" size="s" className="justify-self-start" pending={isPending}>
              Add note
            </Button>
          )}
        </form>
      )}
    </section>
  );
}

interface NoteProps {
  readonly itemId: string;
  readonly note: RoomNote;
  readonly isOwn: boolean;
}

function Note({ itemId, note, isOwn }: NoteProps) {
  const { sessionId } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const { act, isPending } = useRoomAct();
  const [text, setText] = useState<string | null>(null);
  const key = { workspaceId, sessionId, itemId, noteId: note.id };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act((client) => client.reviews.editNote.mutate({ ...key, text: text ?? "" }))) setText(null);
  };
  if (text !== null) {
    return (
      <li>
        <form onSubmit={(event) => void save(event)} className="grid gap-1.5">
          <Field label="Your note" isLabelHidden>
            <TextArea rows={2} value={text} maxLength={1_000} onChange={(event) => setText(event.target.value)} />
          </Field>
          <div className="flex gap-1.5">
            <Button type="submit" size="s" pending={isPending}>
              Save
            </Button>
            <Button size="s" variant="ghost" onClick={() => setText(null)}>
              Cancel
            </Button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className="wrap-anywhere">
      <b className="font-strong">{note.author.name.split(" ")[0]}</b>{" "}
      <bdi className="whitespace-pre-line">{note.text}</bdi>
      {isOwn && (
        <span className="ms-1 inline-flex gap-1 text-ink-3">
          <button type="button" className="min-h-6 hover:text-ink" onClick={() => setText(note.text)}>
            Edit
          </button>
          <button
            type="button"
            className="min-h-6 hover:text-ink"
            onClick={() => void act((client) => client.reviews.removeNote.mutate(key))}
          >
            Delete
          </button>
        </span>
      )}
    </li>
  );
}
