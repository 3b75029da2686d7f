// The address that follows from a workspace's name.
import { MAX_SLUG } from "@/shared/workspace-address";

/** For names without a letter that ASCII can stand for, such as 山田商店. */
const FALLBACK_SLUG = "workspace";

/** Letters that decomposing into letter and accent doesn't reach. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  å: "a",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** The address for a name: "Kröger & Søn" becomes "kroger-son". Always matches SLUG_PATTERN. */
export function slugFromName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßæœøåđðþłı]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-");
  // Leaves room for the "-12" or "-k3f9" that makes it unique.
  return trimHyphens(trimHyphens(plain).slice(0, MAX_SLUG - 8)) || FALLBACK_SLUG;
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/g, "");
}

/** Addresses to try in turn when the first is taken: the plain one, then -2 to -5, then one that nobody guesses. */
export function slugCandidates(name: string, random: () => string): string[] {
  const base = slugFromName(name);
  return [base, ...[2, 3, 4, 5].map((n) => `${base}-${n}`), `${base}-${random()}`];
}
