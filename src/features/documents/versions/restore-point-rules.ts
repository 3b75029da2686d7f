// When a draft keeps a copy of itself, without anybody asking.

/** Work goes on for so long, in minutes, until a copy is kept of it. */
const KEPT_EVERY = 10;
/** So many copies are kept of a document by themselves; older ones go. */
export const MOST_KEPT = 50;

export interface RestorePointFacts {
  /** Whether the draft differs from the newest version, and from the newest copy. */
  readonly isNew: boolean;
  /** Nobody writes in it any more. */
  readonly isLeft: boolean;
  /** When what was written since the newest version or copy began; null where nothing was. */
  readonly workingSince: Date | null;
}

/** What nobody has published or kept yet is kept when everybody has left, and every ten minutes of work. */
export function restorePointIsDue({ isNew, isLeft, workingSince }: RestorePointFacts, now: Date): boolean {
  if (!isNew) return false;
  return isLeft || (workingSince !== null && now.getTime() - workingSince.getTime() >= KEPT_EVERY * 60_000);
}
