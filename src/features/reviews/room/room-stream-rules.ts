// What of a session's events one person may hear. Others' votes and marks stay unheard until one has given one's own.
import type { SessionEvent } from "./room-contract";

/** What a listener has said and what is open to all: kept up by the events themselves. */
export interface Heard {
  readonly votedOn: Set<string>;
  /** Item and place, as `markKey` joins them. */
  readonly marked: Set<string>;
  readonly revealed: Set<string>;
}

export function markKey(itemId: string, place: string): string {
  return `${itemId}/${place}`;
}

/** The event as this person may hear it; notes in `heard` what it tells about them. */
export function heardBy(personId: string, heard: Heard, event: SessionEvent): SessionEvent {
  switch (event.type) {
    case "revealed":
    case "decided":
      heard.revealed.add(event.itemId);
      return event;
    case "voted": {
      if (event.person.id === personId) heard.votedOn.add(event.itemId);
      const isOpen = heard.revealed.has(event.itemId) || heard.votedOn.has(event.itemId);
      return isOpen ? event : { ...event, vote: null };
    }
    case "marked": {
      const key = markKey(event.itemId, event.place);
      if (event.person.id === personId) heard.marked.add(key);
      const isOpen = heard.revealed.has(event.itemId) || heard.marked.has(key);
      return isOpen ? event : { ...event, verdict: null, note: "" };
    }
    default:
      return event;
  }
}
