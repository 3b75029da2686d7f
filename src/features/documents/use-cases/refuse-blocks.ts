import { AppError } from "@/shared/errors";
import type { Block } from "../versions/lifecycle-rules";

/** Throws BLOCKED with the sentences that the button shows, unless nothing stands in the way. */
export function refuseBlocks(blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  throw new AppError("BLOCKED", blocks.map((block) => block.message).join(" "), {
    reasons: blocks.map((block) => block.code),
  });
}

/** Throws CONFLICT when the draft is not the one that the person has seen. */
export function refuseStale(
  draft: { readonly revision: number; readonly currentVersion: number | null },
  seen: number,
  whatNow: string,
): void {
  if (draft.revision === seen) return;
  throw new AppError("CONFLICT", `The draft has changed since you looked. ${whatNow}`, {
    revision: draft.revision,
    currentVersion: draft.currentVersion,
  });
}
