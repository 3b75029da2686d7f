import type { ReactNode } from "react";

interface AccountSectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function AccountSection({ title, hint, action, children }: AccountSectionProps) {
  return (
    <section aria-label={title} className="min-w-0 border-t pt-6">
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
