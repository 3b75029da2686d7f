// Where an import stands.
import type { ImportState } from "./import-contract";

interface Standing {
  readonly state: ImportState;
}

/** It moves by itself. */
export function isRunning({ state }: Standing): boolean {
  return state === "uploading" || state === "waiting" || state === "running";
}

/** Something is still to come of it, or to be done about it. */
export function isUnfinished({ state }: Standing): boolean {
  return state !== "done" && state !== "cancelled" && state !== "failed";
}
