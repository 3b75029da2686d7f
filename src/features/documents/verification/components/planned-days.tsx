"use client";
import { localDayText } from "@/shared/local-day";
import { Notice } from "@/ui/notice";
import type { PlannedDays as Planned } from "../verification-contract";

interface PlannedDaysProps {
  /** Why it can't be kept, as a sentence. */
  readonly problem: string | undefined;
  readonly planned: Planned | undefined;
  readonly today: string;
}

/** The next days that a cadence gives, or why it gives none; read aloud as it changes. */
export function PlannedDays({ problem, planned, today }: PlannedDaysProps) {
  return (
    <div aria-live="polite" className="min-h-12">
      {problem ? (
        <Notice tone="due">{problem}</Notice>
      ) : (
        planned && (
          <div className="grid gap-1">
            <p className="font-strong">{planned.words}</p>
            {planned.days.length > 0 ? (
              <ul aria-label="The next days" className="flex flex-wrap gap-x-3 gap-y-1 text-ink-2 tabular-nums">
                {planned.days.map((day) => (
                  <li key={day} className={day < today ? "text-stale" : undefined}>
                    <time dateTime={day}>{`${weekday(day)} ${localDayText(day, today)}`}</time>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="text-ink-2">No day follows. Nobody is reminded.</p>
            )}
            {(planned.days[0] ?? today) < today && (
              <p className="text-small text-stale">The first has passed: it is overdue as soon as you save.</p>
            )}
            {planned.hint && <p className="text-small text-ink-3">{planned.hint}</p>}
          </div>
        )
      )}
    </div>
  );
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

function weekday(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? "";
}
