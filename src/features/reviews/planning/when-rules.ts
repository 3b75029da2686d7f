// When a session is, in words, on the clocks of the zone that it was planned in.
import { exactTimeText } from "@/shared/date-text";

interface PlannedMoments {
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly timeZone: string;
}

const weekday = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short" }).format(at);

/** "Mon 30 Nov 2026, 10:00–11:00, Europe/Berlin"; over more than a day "… 10:00 to Fri 4 Dec 2026, 18:00, …". */
export function whenText({ startsAt, endsAt, timeZone }: PlannedMoments): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const [start, end] = [from, to].map((at) => `${weekday(at, timeZone)} ${exactTimeText(at.toISOString(), timeZone)}`);
  const [startDay, endDay] = [start, end].map((text) => text?.slice(0, text.lastIndexOf(",")));
  const until = startDay === endDay ? `–${end?.slice(end.lastIndexOf(",") + 2)}` : ` to ${end}`;
  return `${start}${until}, ${timeZone.replaceAll("_", " ")}`;
}
