import type { Hue } from "@/ui/hue";

/** Makes a person's strong colour `--who` below an element. */
export const WHO: Record<Hue, string> = {
  sand: "[--who:var(--who-sand)]",
  sky: "[--who:var(--who-sky)]",
  lilac: "[--who:var(--who-lilac)]",
  sage: "[--who:var(--who-sage)]",
  mint: "[--who:var(--who-mint)]",
  rose: "[--who:var(--who-rose)]",
};
