import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly hint?: ReactNode;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function SettingsSection({ title, hint, action, children }: Props) {
  return (
    <section aria-label={title} className="min-w-0">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pb-3.5">
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
