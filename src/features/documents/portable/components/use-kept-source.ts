"use client";
import { useEffect, useState } from "react";
import type { KindName } from "@/shared/document-kinds";
import type { FileFormat } from "../portable-rules";

export interface ImportSourceText {
  readonly text: string;
  readonly format: FileFormat;
  /** What claims name as where they are from. */
  readonly fileName: string;
}

/** The name of a text that came without one. */
export const PASTED = "Pasted text";
const NOTHING: ImportSourceText = { text: "", format: "markdown", fileName: PASTED };

/** What was pasted, kept for as long as the tab lives: going back and forth loses nothing. */
export function useKeptSource(
  workspaceId: string,
  kind: KindName,
): readonly [ImportSourceText, (source: ImportSourceText) => void, () => void] {
  const key = `dramatis-import-${workspaceId}-${kind}`;
  const [source, setSource] = useState(NOTHING);
  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
      if (isSource(kept)) setSource(kept);
    } catch {
      // A browser that keeps nothing, or something else under our name: one pastes again.
    }
  }, [key]);
  const change = (next: ImportSourceText) => {
    setSource(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Full, or forbidden: it stays in the page.
    }
  };
  const forget = () => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  };
  return [source, change, forget];
}

function isSource(value: unknown): value is ImportSourceText {
  if (typeof value !== "object" || value === null) return false;
  const { text, format, fileName } = value as Record<string, unknown>;
  return typeof text === "string" && typeof fileName === "string" && (format === "markdown" || format === "json");
}
