// Which tools a toolbar shows where it has no room for all of them.

/** A part of the toolbar: always there, or one that may move into the menu of the rest. */
export interface ToolbarPart {
  readonly id: string;
  /** In pixels, with the gap after it. */
  readonly width: number;
  /** The lower, the longer it stays; undefined for what never goes. */
  readonly rank?: number | undefined;
}

/** Ids of the parts that have to go, so that the others have room. */
export function overflowing(parts: readonly ToolbarPart[], room: number): ReadonlySet<string> {
  const gone = new Set<string>();
  let needed = parts.reduce((sum, { width }) => sum + width, 0);
  const leaving = parts.filter(({ rank }) => rank !== undefined).sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
  for (const { id, width } of leaving) {
    if (needed <= room) break;
    gone.add(id);
    needed -= width;
  }
  return gone;
}
