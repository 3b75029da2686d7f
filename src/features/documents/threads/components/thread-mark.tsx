"use client";
import clsx from "clsx";
import { MessageSquare } from "lucide-react";
import { useThreads } from "./threads-context";

interface ThreadMarkProps {
  /** The field's or the item's; see `placeOf`. */
  readonly place: string;
  /** What the place is called, for screen readers and for who begins a thread: "Goals, 2 of 5". */
  readonly label: string;
  readonly className?: string | undefined;
}

/**
 * The way to what was said about a field or claim: a count where something is open, else a sign that shows when one
 * points at the surroundings (an ancestor with the class `group`) or reaches it by keyboard. Nothing where there are no
 * threads, such as in a comparison.
 */
export function ThreadMark({ place, label, className }: ThreadMarkProps) {
  const threads = useThreads();
  if (!threads) return null;
  const here = threads.openAt.get(place);
  const count = here?.open ?? 0;
  return (
    <button
      type="button"
      data-thread-place={place}
      aria-haspopup="dialog"
      aria-label={
        count === 0 ? `Comment on ${label}` : `${count} open ${count === 1 ? "thread" : "threads"} on ${label}`
      }
      title={count === 0 ? "Comment" : "Open threads"}
      onClick={({ currentTarget }) =>
        threads.show({ place, label, threadId: here?.threadId ?? undefined, anchor: currentTarget })
      }
      className={clsx(
        "inline-flex h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded-s px-1 text-[0.75rem] leading-none font-semibold tabular-nums transition-opacity hover:bg-sunk",
        count > 0
          ? "text-info"
          : "text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-60 print:hidden",
        className,
      )}
    >
      <MessageSquare aria-hidden="true" className="size-3.5" />
      {count > 0 && count}
    </button>
  );
}
