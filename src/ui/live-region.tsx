import type { ReactNode } from "react";

/**
 * Reads its text aloud when it changes. Mount it empty and fill it later: a region that arrives with its text is not
 * read by every screen reader.
 */
export function LiveRegion({
  children,
  isUrgent = false,
}: {
  readonly children?: ReactNode;
  /** Interrupts what is being read; for refusals, not for progress. */
  readonly isUrgent?: boolean | undefined;
}) {
  return (
    <span role={isUrgent ? "alert" : "status"} aria-live={isUrgent ? "assertive" : "polite"} className="sr-only">
      {children}
    </span>
  );
}
