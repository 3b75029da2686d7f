import clsx from "clsx";
import { type ReactNode, useId } from "react";

interface PanelSectionProps {
  readonly title: string;
  /** At the end of the title's line. */
  readonly hint?: ReactNode;
  /** What it shows is of an earlier rule. */
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

/** A part of the panel beside a rule. */
export function PanelSection({ title, hint, isStale = false, children }: PanelSectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-section">
          {title}
        </h2>
        {hint && <div className="text-small text-ink-3">{hint}</div>}
      </div>
      <div className={clsx("transition-opacity", isStale && "opacity-60")}>{children}</div>
    </section>
  );
}
