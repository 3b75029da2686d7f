"use client";
import { Redo2, Undo2 } from "lucide-react";
import { IconButton } from "@/ui/button";
import { LiveRegion } from "@/ui/live-region";
import { undoingKeyNames } from "./undo-keys";
import type { LiveDraft } from "./use-draft";
import type { UndoActs } from "./use-undo";

interface UndoButtonsProps {
  readonly draft: LiveDraft;
  readonly acts: UndoActs;
}

/** There once there is something of one's own to take back. */
export function UndoButtons({ draft, acts }: UndoButtonsProps) {
  const { canUndo, canRedo } = draft;
  const keys = undoingKeyNames();
  return (
    <>
      {(canUndo || canRedo) && (
        <span className="flex">
          <IconButton
            label={`Undo (${keys.undo})`}
            size="s"
            icon={<Undo2 className="size-4" />}
            disabledReason={canUndo ? undefined : "There is nothing of yours to undo."}
            onClick={acts.undo}
          />
          <IconButton
            label={`Redo (${keys.redo})`}
            size="s"
            icon={<Redo2 className="size-4" />}
            disabledReason={canRedo ? undefined : "There is nothing to do again."}
            onClick={acts.redo}
          />
        </span>
      )}
      <LiveRegion>{acts.said}</LiveRegion>
    </>
  );
}
