// The calendar of a person as it crosses the wire. Moments are ISO 8601 strings in UTC.
import { workspaceInput } from "@/shared/workspace-input";

export const calendarInput = workspaceInput({});

/** What is told of a calendar that has an address; the address itself is told once, when it is made. */
export interface CalendarFeed {
  readonly madeAt: string;
  /** When a calendar last came for it; null for never. */
  readonly readAt: string | null;
}

export interface NewCalendarAddress {
  readonly address: string;
}
