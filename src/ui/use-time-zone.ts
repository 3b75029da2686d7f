"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The reader's time zone. The server doesn't know it and says UTC; the browser corrects it where the two differ. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
