import clsx from "clsx";
import type { ReactNode } from "react";

export type PillTone = "plain" | "fresh" | "due" | "stale" | "info";

const TONES: Record<PillTone, string> = {
  plain: "bg-sunk text-ink-2",
  fresh: "bg-fresh-soft text-fresh",
  due: "bg-due-soft text-due",
  stale: "bg-stale-soft text-stale",
  info: "bg-info-soft text-info",
};

/** A state in a word or two; the colour only repeats what the words say. */
export function Pill({
  tone = "plain",
  children,
  className,
}: {
  readonly tone?: PillTone | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return (
    <span
      className={clsx(
        "inline-flex min-h-[22px] max-w-full items-center gap-1.5 rounded-full px-[9px] text-[0.75rem] leading-tight font-strong",
        TONES[tone],
        className,
      )}
    >
      {tone !== "plain" && <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-current" />}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
