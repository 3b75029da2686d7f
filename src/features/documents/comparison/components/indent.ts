const INDENTS = ["", "ps-5", "ps-10", "ps-15", "ps-20"] as const;

/** Classes of an item that stands so deep in others. */
export function indentOf(depth: number): string {
  return INDENTS[Math.min(depth, INDENTS.length - 1)] ?? "";
}
