// What stands in a person's calendar, and how a change of it is told: changed, or cancelled, and never doubled.

/** A whole local day (YYYY-MM-DD), or from one moment to another (ISO 8601 in UTC). */
export type EventTime = { readonly day: string } | { readonly startsAt: string; readonly endsAt: string };

export interface PersonalEvent {
  /** The same for as long as it is about the same thing. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Below /w/<slug>. */
  readonly path: string;
  readonly time: EventTime;
}

/** An event as the calendar was told it. */
export interface ToldEvent extends PersonalEvent {
  readonly sequence: number;
  readonly changedAt: Date;
  readonly isCancelled: boolean;
}

/** How long a calendar is told that something is gone: who comes once a week hears of it too. */
const DAYS_OF_GOODBYE = 30;
/** What lies further back is left alone, and not cancelled when nobody asks for it any more. */
const DAYS_KEPT = 90;
const DAY = 24 * 60 * 60 * 1000;

/**
 * What a calendar has to be told that it doesn't know, given what it was told last and what should stand in it now.
 * Sequences never fall, even for what was cancelled and comes again.
 */
export function changesOf(
  told: readonly ToldEvent[],
  wanted: readonly PersonalEvent[],
  now: Date,
): readonly ToldEvent[] {
  const known = new Map(told.map((event) => [event.uid, event]));
  const isWanted = new Set(wanted.map(({ uid }) => uid));
  const changed = wanted.flatMap((event): ToldEvent[] => {
    const before = known.get(event.uid);
    if (before && !before.isCancelled && isSame(before, event)) return [];
    return [{ ...event, sequence: before ? before.sequence + 1 : 0, changedAt: now, isCancelled: false }];
  });
  const gone = told
    .filter(
      (event) => !event.isCancelled && !isWanted.has(event.uid) && endOf(event).getTime() > keptSince(now).getTime(),
    )
    .map((event): ToldEvent => ({ ...event, sequence: event.sequence + 1, changedAt: now, isCancelled: true }));
  return [...changed, ...gone];
}

/** What was told and still is: everything that is not cancelled, and for a while that it was. In a lasting order. */
export function shownEvents(told: readonly ToldEvent[], now: Date): readonly ToldEvent[] {
  const goodbye = now.getTime() - DAYS_OF_GOODBYE * DAY;
  return told
    .filter((event) =>
      event.isCancelled ? event.changedAt.getTime() > goodbye : endOf(event).getTime() > keptSince(now).getTime(),
    )
    .sort((one, two) => (one.uid < two.uid ? -1 : 1));
}

/** What ended before is history. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT * DAY);
}

function endOf({ time }: PersonalEvent): Date {
  // A day without a zone may end half a day later somewhere; nothing here is that exact.
  return "day" in time ? new Date(`${time.day}T23:59:59Z`) : new Date(time.endsAt);
}

function isSame(one: PersonalEvent, two: PersonalEvent): boolean {
  const timeOf = ({ time }: PersonalEvent) => ("day" in time ? time.day : `${time.startsAt}/${time.endsAt}`);
  return (
    one.title === two.title &&
    one.description === two.description &&
    one.path === two.path &&
    timeOf(one) === timeOf(two)
  );
}
