// Passwords that are tried first because many people choose them.

/** Words that somebody who sees the product would try; no list of leaked passwords has them all. */
const PRODUCT_WORDS = ["dramatis", "persona", "personas", "segment", "segments", "scenario", "workspace", "customer"];

/** Two of so many most frequent words run together are still among the first guesses. */
const JOINED_RANK = 1000;

let ranks: Promise<Map<string, number>> | undefined;

/** By rank; loaded at the first use, since most processes never need it. */
function commonPasswords(): Promise<Map<string, number>> {
  ranks ??= import("./leaked-passwords").then(({ LEAKED_PASSWORDS }) => {
    const words = [...PRODUCT_WORDS, ...LEAKED_PASSWORDS];
    // From the back, so that a word that stands twice keeps its better rank.
    return new Map(words.map((word, rank): [string, number] => [word, rank]).reverse());
  });
  return ranks;
}

/** The text without digits and signs around it: "!!Dragon2024" is "dragon". */
function core(text: string): string {
  return text.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
}

/** What is repeated when the text is one thing over and over ("abcabcabc": "abc"), else the text. */
function repeatedPart(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

/** Whether each character follows the one before by the same step: 123456789012, zyxwvutsrqpo. */
function isSequence(text: string): boolean {
  const steps = new Set<number>();
  for (let at = 1; at < text.length; at += 1) steps.add((text.charCodeAt(at) - text.charCodeAt(at - 1) + 10) % 10);
  return steps.size <= 1;
}

/** "Ben Ito", "ben.ito@example.org": each whole, without its signs, and each word of it. */
function ownWords(own: string): string[] {
  const text = own.normalize("NFKC").toLowerCase();
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
  return [text, words.join(""), ...words];
}

/**
 * Whether the password is among the first that an attacker tries: a common one, or one of `own` (the person's name and
 * address), alone, repeated, run together with another, or with digits and signs around it.
 */
export async function isCommonPassword(password: string, own: readonly string[] = []): Promise<boolean> {
  const common = await commonPasswords();
  const mine = new Set(own.flatMap(ownWords));
  const isFirstGuess = (text: string, rank: number) => mine.has(text) || (common.get(text) ?? Infinity) < rank;
  const isJoined = (text: string) => {
    for (let at = 3; at <= text.length - 3; at += 1) {
      if (isFirstGuess(text.slice(0, at), JOINED_RANK) && isFirstGuess(text.slice(at), JOINED_RANK)) return true;
    }
    return false;
  };
  const text = password.normalize("NFKC").toLowerCase();
  const part = repeatedPart(text);
  if (isSequence(text) || part.length <= 3) return true;
  const letters = text.replace(/[^\p{L}]+/gu, "");
  const readings = new Set([
    text,
    part,
    core(text),
    core(part),
    repeatedPart(core(text)),
    letters,
    repeatedPart(letters),
  ]);
  return [...readings].some((reading) => isFirstGuess(reading, Infinity) || isJoined(reading));
}
