// Where a text may be cut to tell what differs in it: never within a word, a number or an emoji.

/** A word with the space behind it; a line break stands alone, so that paragraphs stay apart. */
export interface Token {
  readonly word: string;
  readonly space: string;
}

const WORD = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u200c\u200d]*`;
const EMOJI = String.raw`\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?`;
const TOKENS = new RegExp(
  [
    String.raw`(?<break>[^\S\n]*\n\s*)`,
    String.raw`(?<word>${WORD}(?:['’.\-‐‑]${WORD})*|${EMOJI}(?:\u200d${EMOJI})*|\p{RI}{2}|\S\p{M}*)?(?<space>[^\S\n]*)`,
  ].join("|"),
  "gu",
);
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { groups } of text.matchAll(TOKENS)) {
    const word = groups?.break ?? groups?.word ?? "";
    const space = groups?.space ?? "";
    if (UNSPACED.test(word)) {
      // One locale for all, so that browser and server cut alike; the dictionaries go by the script.
      segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
      for (const { segment } of segmenter.segment(word)) tokens.push({ word: segment, space: "" });
      if (space) tokens.push({ word: "", space });
    } else if (word || space) tokens.push({ word, space });
  }
  return tokens;
}
