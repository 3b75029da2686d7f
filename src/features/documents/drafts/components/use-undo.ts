"use client";
import { useEffect, useState } from "react";
import { toast } from "@/ui/toast";
import { undoingKey } from "./undo-keys";
import type { LiveDraft } from "./use-draft";

export interface UndoActs {
  readonly undo: () => void;
  readonly redo: () => void;
  /** What was done last, to be read aloud. */
  readonly said: string;
}

/**
 * Undo and redo of one's own edits, by the keys as well. In a control that is no part of the document, such as a
 * comment's, the keys are the browser's.
 */
export function useUndo(draft: LiveDraft | null, canEdit: boolean): UndoActs {
  const [said, setSaid] = useState("");
  const act = (what: "undo" | "redo") => {
    const undone = canEdit ? draft?.[what]() : null;
    if (!undone) return;
    if (!undone.isWhole) {
      toast("Somebody has changed this since. It stays as they left it.");
      setSaid("");
    } else setSaid(what === "undo" ? "Undone." : "Done again.");
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const what = undoingKey(event);
      const target = event.target instanceof Element ? event.target : null;
      const isElsewhere = target?.closest("input, textarea, [contenteditable]") && !target.closest("[data-draft]");
      // A text has a history of its own.
      const isInText = target?.closest(".live-body") != null;
      if (!what || isElsewhere || isInText || target?.closest("[role=dialog]")) return;
      event.preventDefault();
      act(what);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
  return { undo: () => act("undo"), redo: () => act("redo"), said };
}
