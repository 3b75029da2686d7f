// Where an import stands.
import type { ImportState } from "./import-contract";

interface Standing {
  readonly state: ImportState;
}

/** It moves by itself. */
export function isRunning({ state }: Standing): boolean {
  return state === "uploading" || state === "waiting" || state === "running";
}

/** Something is still to come of it. A file that can't be read waits for nobody. */
export function isUnfinished({ state, problem }: Standing & { readonly problem: string | null }): boolean {
  if (state === "uploaded") return problem === null;
  return isRunning({ state });
}
