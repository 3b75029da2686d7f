// What an event makes of what a page knows, so that it needn't be read again. What was not said with the event stays as
// it was: whoever may know more is told, or reads it.
import type { Room, RoomItem, RoomMark, RoomVote, SessionEvent } from "./room-contract";

/** The room after the event; null where it has to be read anew. */
export function roomAfter(room: Room, event: SessionEvent): Room | null {
  const { session } = room;
  switch (event.type) {
    case "moved":
      return {
        ...room,
        presented: null,
        session: { ...session, currentItemId: event.itemId, itemStartedAt: event.at },
      };
    case "presented":
      return event.itemId === session.currentItemId ? { ...room, presented: event.at } : room;
    case "led":
      return { ...room, session: { ...session, facilitator: event.facilitator, presenter: event.presenter } };
    case "revealed": {
      const items = session.items.map((item) => (item.id === event.itemId ? { ...item, isRevealed: true } : item));
      return { ...room, session: { ...session, items } };
    }
    case "changed":
      return event.what === "session" ? null : room;
    case "decided":
    case "lost":
      return null;
    default:
      return room;
  }
}

/** What was said of an item after an event about it; null where it has to be read anew. */
export function itemAfter(item: RoomItem, event: SessionEvent, personId: string): RoomItem | null {
  switch (event.type) {
    case "voted": {
      const hasVoted = withPerson(item.hasVoted, event.person);
      // One's own opens what others voted, which only the server knows.
      if (event.person.id === personId && !item.votes.some(({ person }) => person.id === personId)) return null;
      const vote: RoomVote | null = event.vote && { person: event.person, vote: event.vote };
      return { ...item, hasVoted, votes: vote ? withSaid(item.votes, vote) : item.votes };
    }
    case "marked": {
      const { person, place, verdict, note } = event;
      const known = item.marks.some((one) => one.person.id === personId && one.place === place);
      if ((person.id === personId && !known) || verdict === null) return null;
      const mark: RoomMark = { person, place, verdict, note };
      const others = item.marks.filter((one) => one.place !== place);
      const here = withSaid(
        item.marks.filter((one) => one.place === place),
        mark,
      );
      const counts = { ...item.markCounts, [place]: here.length };
      const marks = [...others, ...here].sort((one, other) => order(one.place, other.place));
      return { ...item, marks, markCounts: counts };
    }
    case "noted": {
      const isNew = !item.notes.some(({ id }) => id === event.note.id);
      const notes = isNew
        ? [...item.notes, event.note]
        : item.notes.map((note) => (note.id === event.note.id ? event.note : note));
      return { ...item, notes };
    }
    case "unnoted":
      return { ...item, notes: item.notes.filter(({ id }) => id !== event.noteId) };
    case "revealed":
    case "decided":
    case "lost":
      return null;
    default:
      return item;
  }
}

interface Said {
  readonly person: { readonly id: string; readonly name: string };
}

function withPerson(people: RoomItem["hasVoted"], person: Said["person"]): RoomItem["hasVoted"] {
  return people.some(({ id }) => id === person.id) ? people : [...people, person].sort(byName);
}

function withSaid<T extends Said>(said: readonly T[], one: T): readonly T[] {
  return [...said.filter(({ person }) => person.id !== one.person.id), one].sort((a, b) => byName(a.person, b.person));
}

function byName(one: Said["person"], other: Said["person"]): number {
  return order(one.name, other.name) || order(one.id, other.id);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
