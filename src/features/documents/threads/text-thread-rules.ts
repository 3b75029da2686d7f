// What may be said about words of a text, and what may become of a proposal.

/** Characters of the words that a thread in a text keeps. */
export const MAX_TEXT_QUOTE = 1_000;
/** Characters of words that are proposed. */
export const MAX_PROPOSAL = 2_000;
/** Threads with a mark in one text, resolved ones included. */
export const MAX_ANCHORS = 2_000;

/** `withdrawn` by who made it. */
export type ProposalState = "open" | "accepted" | "declined" | "withdrawn";

/** Why words can't be proposed for these; null when they can. `selected` is the whole selection, lines as they are. */
export function proposalBlock({
  selected,
  proposal,
}: {
  readonly selected: string;
  readonly proposal: string;
}): string | null {
  if (selected.trim().includes("\n")) {
    return "Other words are proposed for one paragraph at a time. Select less, or comment without a proposal.";
  }
  if (selected.length > MAX_TEXT_QUOTE) {
    return `Other words are proposed for up to ${MAX_TEXT_QUOTE} characters. Select less, or comment without a proposal.`;
  }
  if (selected.replace(/\s+/g, " ").trim() === proposal.trim()) return "These are the words that stand there.";
  return null;
}

/** What is wrong with accepting a proposal whose words are not there as they were. */
export function replaceBlock(found: "gone" | "changed" | "parted"): string {
  switch (found) {
    case "gone":
      return "The words that this is about were removed. Nothing is left to replace.";
    case "changed":
      return "The words have changed since this was proposed. Compare both and change the text yourself, or decline.";
    case "parted":
      return "The words stand in more than one block now, or hold more than words. Change the text yourself, or decline.";
  }
}

/** A quote for where there is little room. */
export function shortQuote(quote: string, most = 160): string {
  const line = [...quote.replace(/\s+/g, " ").trim()];
  return line.length > most ? `${line.slice(0, most - 1).join("")}…` : line.join("");
}
