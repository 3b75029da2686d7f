"use client";
import { useSyncExternalStore } from "react";
import { dayText, exactTimeText } from "@/shared/date-text";

const never = () => () => {};

/**
 * A moment as its day in the reader's time zone, the exact time on hover. The server doesn't know that zone and writes
 * the day in UTC; the browser corrects it where the two differ.
 */
export function Time({ at, isExact = false }: { readonly at: string; readonly isExact?: boolean | undefined }) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const exact = exactTimeText(at, zone);
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      {isExact ? exact : dayText(at, zone)}
    </time>
  );
}
