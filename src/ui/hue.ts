// Soft grounds for faces and initials. Class names are written out, since Tailwind finds them by reading this file.

const HUES = ["sand", "sky", "lilac", "sage", "mint", "rose"] as const;
export type Hue = (typeof HUES)[number];

export const HUE_GROUND: Record<Hue, string> = {
  sand: "bg-hue-sand",
  sky: "bg-hue-sky",
  lilac: "bg-hue-lilac",
  sage: "bg-hue-sage",
  mint: "bg-hue-mint",
  rose: "bg-hue-rose",
};

/** Always the same hue for the same text. */
export function hueOf(text: string): Hue {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return HUES[sum % HUES.length] ?? "sand";
}
