// When mails wait, and when the weekly letter is written: by the person's own clock, whatever it does in spring and autumn.
import { Temporal } from "temporal-polyfill";
import type { NoticePreferences } from "./preference-rules";

function localTime(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** When the quiet hours that hold at `now` end; null when none do. */
export function quietUntil({ isOn, from, to }: NoticePreferences["quiet"], timeZone: string, now: Date): Date | null {
  if (!isOn || from === to) return null;
  const local = localTime(now, timeZone);
  const time = local.toPlainTime();
  const [begin, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const isAfterBegin = Temporal.PlainTime.compare(time, begin) >= 0;
  const isBeforeEnd = Temporal.PlainTime.compare(time, end) < 0;
  const isOverNight = Temporal.PlainTime.compare(begin, end) > 0;
  if (isOverNight ? !isAfterBegin && !isBeforeEnd : !isAfterBegin || !isBeforeEnd) return null;
  const day = isOverNight && isAfterBegin ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const ends = day.toPlainDateTime(end);
  // An end that is skipped in spring comes right after the gap. One that comes twice in autumn is the first, unless that is past.
  const first = ends.toZonedDateTime(timeZone);
  const one =
    Temporal.ZonedDateTime.compare(first, local) > 0
      ? first
      : ends.toZonedDateTime(timeZone, { disambiguation: "later" });
  return one.epochMilliseconds > now.getTime() ? new Date(one.epochMilliseconds) : null;
}

/** The first moment after `after` at which the weekly letter is due; null when none is wanted. */
export function nextDigestAt(
  { isOn, weekday, hour }: NoticePreferences["digest"],
  timeZone: string,
  after: Date,
): Date | null {
  if (!isOn) return null;
  const today = localTime(after, timeZone).toPlainDate();
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const on = (days: number) =>
    today.add({ days }).toPlainDateTime({ hour }).toZonedDateTime(timeZone).epochMilliseconds;
  const next = on(ahead) > after.getTime() ? on(ahead) : on(ahead + 7);
  return new Date(next);
}
