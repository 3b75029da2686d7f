import clsx from "clsx";

interface ShareBarProps {
  /** From 0 to 1; more is drawn as all. */
  readonly share: number;
  /** Where the line stands that it is held against; none without. */
  readonly base?: number | undefined;
  readonly className?: string | undefined;
}

const percent = (share: number) => `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(2)}%`;

/** A share as a bar, with a line for what it is held against. The words beside it must say the same. */
export function ShareBar({ share, base, className }: ShareBarProps) {
  return (
    <svg aria-hidden="true" width="100%" height="14" className={clsx("block", className)}>
      <rect y="3" width="100%" height="8" rx="4" className="fill-sunk" />
      {share > 0 && <rect y="3" width={percent(share)} height="8" rx="4" className="fill-ink" />}
      {base !== undefined && (
        <svg x={percent(base)} width="4" height="14" overflow="visible" aria-hidden="true">
          <rect x="-2" width="4" height="14" className="fill-paper" />
          <rect x="-1" width="2" height="14" className="fill-ink-2" />
        </svg>
      )}
    </svg>
  );
}
