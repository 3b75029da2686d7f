// The words between the conditions of a box.

/** The word before a row; the first of the rule's own boxes begins its sentence. */
export function connectorOf(op: "all" | "any" | "none", index: number, isRoot: boolean): string {
  if (op === "none") return index === 0 ? (isRoot ? "but not" : "") : "nor";
  if (index === 0) return isRoot ? "Where" : "";
  return op === "all" ? "and" : "or";
}

export const GROUP_WORDS = { all: "all of", any: "any of", none: "none of" } as const;
