// Light or dark, when a person has chosen. A cookie rather than local storage: the server then renders the choice
// into <html>, and no script has to correct the page before it is painted.

const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

/** The chosen theme, or undefined when the system decides. */
export function readTheme(cookie: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === cookie);
}
