// Names the tokens of globals.css as utilities. What Tailwind brings along (its colours, radii, shadows, text sizes) is
// replaced, not extended, so that nothing outside the tokens can be written. Read by `@config` in globals.css.
import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;
const tokens = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, token(name)]));

/** Pixels as rem, so that text grows with the reader's own setting. */
const size = (pixels: number, rest: { lineHeight: string; letterSpacing?: string; fontWeight?: string }) =>
  [`${pixels / 16}rem`, rest] as [string, typeof rest];
const display = (pixels: number, lineHeight: string) =>
  size(pixels, { lineHeight, letterSpacing: "-0.012em", fontWeight: "480" });

export default {
  content: ["./src/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...tokens("paper", "surface", "sunk", "line", "line-strong", "line-control", "ink", "ink-2", "ink-3"),
      ...tokens("accent", "accent-ink", "accent-soft", "focus", "scrim"),
      ...tokens("fresh", "fresh-soft", "due", "due-soft", "stale", "stale-soft", "info", "info-soft"),
      ...tokens("hue-sand", "hue-sky", "hue-lilac", "hue-sage", "hue-mint", "hue-rose", "on-hue"),
      ...tokens("who-sand", "who-sky", "who-lilac", "who-sage", "who-mint", "who-rose"),
    },
    borderRadius: { none: "0", s: "6px", m: "10px", l: "16px", full: "9999px" },
    boxShadow: { none: "none", card: token("shadow-card"), pop: token("shadow-pop") },
    fontFamily: { ui: token("font-ui"), display: token("font-display") },
    fontSize: {
      "display-56": display(56, "1"),
      "display-44": display(44, "1.05"),
      "display-36": display(36, "1.2"),
      "display-28": display(28, "1.2"),
      "display-20": size(20, { lineHeight: "1.15", fontWeight: "500" }),
      quote: size(20, { lineHeight: "1.4", fontWeight: "430" }),
      prose: size(17.5, { lineHeight: "1.62", fontWeight: "430" }),
      section: size(15, { lineHeight: "1.35", fontWeight: "600" }),
      text: size(14, { lineHeight: "1.5" }),
      small: size(12.5, { lineHeight: "1.5" }),
      label: size(11.5, { lineHeight: "1.45", letterSpacing: "0.04em", fontWeight: "600" }),
    },
    fontWeight: { normal: "400", medium: "500", strong: "550", semibold: "600", bold: "700" },
    transitionDuration: { DEFAULT: "120ms" },
  },
} satisfies Config;
