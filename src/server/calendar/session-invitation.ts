// The invitation that is attached to a mail, so that a calendar takes the meeting in, moves it or takes it out again.
import { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { type CalendarEntry, calendarEvent, calendarText, plainText } from "./calendar-text";

export interface InvitedPerson {
  readonly name: string;
  readonly email: string;
}

export interface SessionInvitation {
  /** The same in every letter about the meeting; `sessionUid` makes it. */
  readonly uid: string;
  /** Greater in each letter than in the one before. */
  readonly sequence: number;
  readonly method: "REQUEST" | "CANCEL";
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name: the zone that it was planned in, told in words. */
  readonly timeZone: string;
  readonly organizer: InvitedPerson;
  readonly attendees: readonly InvitedPerson[];
  /** Where people meet. */
  readonly url: string;
  readonly description: string;
  /** When it is written; left out for now. */
  readonly now?: Date;
}

/** The UID of a session, in invitations and in feeds alike: a calendar that has both shows it once. */
export function sessionUid(sessionId: string): string {
  return `session-${sessionId}@dramatis`;
}

/** `text/calendar; method=…; charset=utf-8`, to be attached as invite.ics. Addresses must be such: they are not looked at. */
export function sessionInvitation(invitation: SessionInvitation): string {
  const { organizer, attendees, url, startsAt, endsAt, method, now = new Date(), ...rest } = invitation;
  const entry: CalendarEntry = {
    ...rest,
    url,
    changedAt: now,
    isCancelled: method === "CANCEL",
    time: { startsAt, endsAt },
    description: [invitation.description, plannedFor(invitation), url].filter(Boolean).join("\n\n"),
  };
  const event = {
    ...calendarEvent(entry),
    location: url,
    organizer: { name: plainText(organizer.name, 200) || organizer.email, email: organizer.email },
    attendees: attendees.map(({ name, email }) => ({
      name: plainText(name, 200) || email,
      email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: true,
    })),
  };
  return calendarText({ method: ICalCalendarMethod[method] }, [event]);
}

/** "Monday, 30 November 2026, 10:00–11:00 (Europe/Berlin)". */
function plannedFor({ startsAt, endsAt, timeZone }: SessionInvitation): string {
  const local = (moment: Date) =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const [from, to] = [local(startsAt), local(endsAt)];
  const day = (when: Temporal.PlainDateTime) =>
    when.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const clock = (when: Temporal.PlainDateTime) => when.toPlainTime().toString({ smallestUnit: "minute" });
  const isOneDay = from.toPlainDate().equals(to.toPlainDate());
  const until = isOneDay ? `–${clock(to)}` : ` – ${day(to)}, ${clock(to)}`;
  return `${day(from)}, ${clock(from)}${until} (${timeZone})`;
}
