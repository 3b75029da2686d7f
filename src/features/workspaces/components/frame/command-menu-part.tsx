"use client";
import { Dialog } from "@base-ui/react/dialog";
import { CommandPalette } from "./command-palette";
import type { WorkspaceFrameProps } from "./frame-props";

export interface CommandMenuPartProps extends Pick<WorkspaceFrameProps, "workspace" | "search" | "actions"> {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

// cmdk's own dialog writes a style element, which the content security policy refuses.
export function CommandMenuPart({ open, onOpenChange, ...props }: CommandMenuPartProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-3 top-[min(14vh,8rem)] z-40 mx-auto max-w-[600px] overflow-hidden rounded-l border bg-surface shadow-pop outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <Dialog.Title className="sr-only">Find anything</Dialog.Title>
          <CommandPalette {...props} onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
