import type { ReactNode } from "react";

/** What stands where nothing is yet: one sentence that teaches, one button. */
export function EmptyState({
  title,
  children,
  action,
  picture,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly picture?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-[46ch] justify-items-center gap-2 px-4 py-14 text-center">
      {picture && <div className="mb-2">{picture}</div>}
      <h2 className="font-display text-display-28">{title}</h2>
      {children && <p className="text-balance text-ink-2">{children}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
