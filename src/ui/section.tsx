import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly hasLine?: boolean | undefined;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its title, under a hairline where `hasLine` says so. */
export function Section({ title, hint, action, hasLine = false, children }: SectionProps) {
  return (
    <section aria-label={title} className={hasLine ? "min-w-0 border-t pt-6" : "min-w-0"}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pb-4">
        <div className="min-w-0">
          <h2 className="text-section">{title}</h2>
          {hint && <p className="mt-0.5 max-w-[60ch] text-ink-2">{hint}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
