// How a slider between two poles is read.
import type { Trait } from "./persona-rules";

/** Where the band of its spread begins and ends, within the slider; null without one. */
export function spreadBand({ value, spread }: Pick<Trait, "value" | "spread">): { from: number; to: number } | null {
  if (value === null || !spread) return null;
  return { from: Math.max(0, value - spread), to: Math.min(100, value + spread) };
}

/** The slider in words: "Careful to bold: 70 of 100, give or take 10". */
export function traitWords({ left, right, value, spread }: Trait): string {
  const poles = `${left || "Left"} to ${right.toLowerCase() || "right"}`;
  if (value === null) return `${poles}: not said`;
  return `${poles}: ${value} of 100${spread ? `, give or take ${spread}` : ""}`;
}
