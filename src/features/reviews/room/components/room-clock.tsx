"use client";
import clsx from "clsx";
import { createContext, type ReactNode, use, useEffect, useState } from "react";

const ClockContext = createContext(0);

/** Ticks once a second by the server's clock, of which `now` was read at `readAt` of this browser's. */
export function RoomClock({
  now,
  readAt,
  children,
}: {
  readonly now: string;
  readonly readAt: number;
  readonly children: ReactNode;
}) {
  const ahead = Date.parse(now) - readAt;
  const [time, setTime] = useState(Date.parse(now));
  useEffect(() => {
    const tick = () => setTime(Date.now() + ahead);
    tick();
    const ticking = setInterval(tick, 1_000);
    return () => clearInterval(ticking);
  }, [ahead]);
  return <ClockContext value={time}>{children}</ClockContext>;
}

/** "23 min" since a moment, "1 h 5 min" after an hour. */
export function MinutesSince({ at }: { readonly at: string }) {
  const minutes = Math.max(0, Math.floor((use(ClockContext) - Date.parse(at)) / 60_000));
  const hours = Math.floor(minutes / 60);
  return (
    <span className="tabular-nums">
      {hours > 0 && `${hours} h `}
      {minutes % 60} min
    </span>
  );
}

/** Time since the item was begun, against what was planned for it. */
export function ItemTimer({ at, planned }: { readonly at: string; readonly planned: number | null }) {
  const seconds = Math.max(0, Math.floor((use(ClockContext) - Date.parse(at)) / 1_000));
  const isOver = planned !== null && seconds > planned * 60;
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <span
      role="timer"
      aria-label="Time on this document"
      className={clsx("text-small tabular-nums", isOver ? "font-strong text-stale" : "text-ink-3")}
    >
      {text}
      {planned !== null && ` of ${planned} min`}
      {isOver && <span className="sr-only">, over time</span>}
    </span>
  );
}
