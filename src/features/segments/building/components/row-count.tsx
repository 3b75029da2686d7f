"use client";
import clsx from "clsx";
import { useRuleAnswers } from "../../measuring/components/rule-answers";

/** How many a row fits by itself, or takes away; room is kept for it, so that nothing moves when it comes. */
export function RowCount({ rowId }: { readonly rowId: string }) {
  const { counts, areCountsStale, question } = useRuleAnswers();
  if (!question) return null;
  const count = counts.get(rowId);
  const takesAway = count?.takesAway ?? null;
  const figure = count && (takesAway === null ? count.alone : takesAway).toLocaleString("en");
  return (
    <span
      className={clsx(
        "ms-auto min-w-12 shrink-0 self-center text-end text-small leading-tight text-ink-3 tabular-nums",
        areCountsStale && "opacity-50",
      )}
    >
      {count && (
        <>
          <span aria-hidden="true">
            {takesAway !== null && takesAway > 0 && "−"}
            {figure}
          </span>
          <span className="sr-only">
            {takesAway === null ? `fits ${figure} customers` : `takes ${figure} customers away`}
          </span>
          {count.isIdle && (
            <span className="block text-label font-medium text-due" title="The same customers belong without it">
              no effect
            </span>
          )}
        </>
      )}
    </span>
  );
}
