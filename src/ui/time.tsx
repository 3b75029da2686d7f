"use client";
import { clockText, dayText, exactTimeText } from "@/shared/date-text";
import { useTimeZone } from "./use-time-zone";

const FORMATS = { day: dayText, clock: clockText, exact: exactTimeText };

interface TimeProps {
  readonly at: string;
  readonly isExact?: boolean | undefined;
  /** The hour alone, where the day stands above it. */
  readonly isClock?: boolean | undefined;
}

/** A moment as its day in the reader's time zone, the exact time on hover. */
export function Time({ at, isExact = false, isClock = false }: TimeProps) {
  const zone = useTimeZone();
  const format = isExact ? FORMATS.exact : isClock ? FORMATS.clock : FORMATS.day;
  return (
    <time dateTime={at} title={exactTimeText(at, zone)} className="whitespace-nowrap">
      {format(at, zone)}
    </time>
  );
}
