// Dates as people read them, written out so that no day is taken for a month.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function partsOf(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    day: Number(value("day")),
    month: MONTHS[Number(value("month")) - 1] ?? "",
    year: value("year"),
    time: `${value("hour")}:${value("minute")}`,
  };
}

/** "14 Aug", with the year when it isn't this one. `at` is an ISO moment, `timeZone` an IANA name. */
export function dayText(at: string, timeZone: string, now: Date = new Date()): string {
  const { day, month, year } = partsOf(new Date(at), timeZone);
  return year === partsOf(now, timeZone).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** "14 Aug 2026, 16:05". */
export function exactTimeText(at: string, timeZone: string): string {
  const { day, month, year, time } = partsOf(new Date(at), timeZone);
  return `${day} ${month} ${year}, ${time}`;
}

/** "16:05". */
export function clockText(at: string, timeZone: string): string {
  return partsOf(new Date(at), timeZone).time;
}
