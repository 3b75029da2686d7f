// Finding quoted words in a text: on the server that anchors threads, and on the page that shows where they are.

export interface WordsRange {
  readonly from: number;
  readonly to: number;
}

/** Words as they are compared: any white space is one space, none at the ends. */
export function foldWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Where the words stand, every time. Spaces and line ends are alike. */
export function findWords(flat: string, words: string): readonly WordsRange[] {
  const wanted = foldWords(words);
  if (wanted === "") return [];
  const pattern = wanted.split(" ").map(escapePattern).join("\\s+");
  return [...flat.matchAll(new RegExp(pattern, "gu"))].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
