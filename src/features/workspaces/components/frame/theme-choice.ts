"use client";
import { useSyncExternalStore } from "react";
import { readTheme, THEME_COOKIE, type Theme } from "@/shared/theme";

export type ThemeChoice = Theme | "system";

export const THEME_LABELS: Record<ThemeChoice, string> = { system: "As the system", light: "Light", dark: "Dark" };

const YEAR_S = 365 * 24 * 60 * 60;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): ThemeChoice {
  return readTheme(document.documentElement.dataset.theme) ?? "system";
}

/** The theme of this browser, which the server knows by a cookie, and the way to change it at once. */
export function useThemeChoice(): readonly [ThemeChoice, (choice: string) => void] {
  return [useSyncExternalStore(subscribe, current, () => "system" as const), chooseTheme];
}

function chooseTheme(choice: string): void {
  const theme = readTheme(choice);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  const life = theme ? YEAR_S : 0;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4.
  document.cookie = `${THEME_COOKIE}=${theme ?? ""}; Path=/; Max-Age=${life}; SameSite=Lax${secure}`;
  for (const listener of listeners) listener();
}
