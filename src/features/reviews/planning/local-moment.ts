// From what somebody reads on their clock to the moment that it is.
import { Temporal } from "temporal-polyfill";
import { AppError } from "@/shared/errors";

/**
 * The moment of YYYY-MM-DDTHH:MM on the clocks of a zone; of two, where clocks are set back, the first. Throws INVALID for
 * an unknown zone, for a day that isn't in the calendar and for an hour that is left out where clocks are set forward.
 */
export function momentOf(local: string, timeZone: string): Date {
  const wanted = plainMoment(local);
  let zoned: Temporal.ZonedDateTime;
  try {
    zoned = wanted.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  } catch {
    throw new AppError("INVALID", "This time zone isn’t known. Choose one such as Europe/Berlin.", {
      path: "timeZone",
    });
  }
  if (!zoned.toPlainDateTime().equals(wanted)) {
    const next = zoned.toPlainTime().toString({ smallestUnit: "minute" });
    throw new AppError(
      "INVALID",
      `On ${wanted.toPlainDate()} clocks in ${timeZone} skip ${local.slice(11)}: they are set forward. Choose ${next} or another time.`,
      { path: "when" },
    );
  }
  return new Date(zoned.epochMilliseconds);
}

function plainMoment(local: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    throw new AppError("INVALID", `${local.slice(0, 10)} at ${local.slice(11)} isn’t in the calendar.`, {
      path: "when",
    });
  }
}
