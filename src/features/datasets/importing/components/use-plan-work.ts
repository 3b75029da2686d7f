"use client";
import { useEffect, useState } from "react";
import type { DatasetChoice } from "../dataset-choice-rules";
import type { DetectedFile } from "../import-plan-rules";
import type { PlanDraft } from "../plan-edit-rules";

/** What somebody has decided so far about a file that isn’t imported yet. */
export interface PlanWork {
  readonly draft: PlanDraft;
  readonly choice: DatasetChoice;
  /** Read as a file of the same shape was read before. */
  readonly isAsLastTime: boolean;
}

const signatureOf = ({ shape, format }: DetectedFile) => `${shape} ${JSON.stringify(format)}`;

/** The work on one upload, kept for as long as the tab lives: a reload loses nothing. Customers’ values are not in it. */
export function usePlanWork(
  importId: string,
  detected: DetectedFile,
  first: () => PlanWork,
): readonly [PlanWork, (change: (work: PlanWork) => PlanWork) => void] {
  const key = `dramatis-plan-${importId}`;
  const signature = signatureOf(detected);
  const [state, setState] = useState(() => ({ signature, work: first() }));

  useEffect(() => {
    const kept = keptWork(key, signature);
    if (kept) setState({ signature, work: kept });
  }, [key, signature]);

  const change = (next: (work: PlanWork) => PlanWork) =>
    setState((before) => {
      const after = { signature, work: next(before.work) };
      keep(key, after);
      return after;
    });
  return [state.work, change];
}

/** Of the file as it is read now: for what it looked like before, it says nothing. */
function keptWork(key: string, signature: string): PlanWork | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("signature" in kept) || !("work" in kept)) return null;
    return kept.signature === signature ? (kept.work as PlanWork) : null;
  } catch {
    // A browser that keeps nothing.
    return null;
  }
}

function keep(key: string, state: { readonly signature: string; readonly work: PlanWork }): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Full, or forbidden: it stays in the page.
  }
}

export function forgetPlanWork(importId: string): void {
  try {
    sessionStorage.removeItem(`dramatis-plan-${importId}`);
  } catch {
    // Nothing was kept.
  }
}
