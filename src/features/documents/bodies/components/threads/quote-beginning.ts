import { MAX_TEXT_QUOTE } from "../../../threads/text-thread-rules";

/** As much as a quote holds, without half of a word at its end. */
export function beginning(text: string): string {
  if (text.length <= MAX_TEXT_QUOTE) return text;
  const cut = text.slice(0, MAX_TEXT_QUOTE);
  return cut
    .slice(0, Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"), MAX_TEXT_QUOTE / 2))
    .toWellFormed()
    .trim();
}
