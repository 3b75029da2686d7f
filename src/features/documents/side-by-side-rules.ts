// Several documents of a kind, row by row.

/** How many documents stand side by side at most. */
export const MOST_BESIDE = 4;
