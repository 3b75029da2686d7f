/** Segments that are made of findings at once, at most. */
export const MOST_DRAFTS = 12;
