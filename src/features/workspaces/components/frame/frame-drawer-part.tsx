"use client";
import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

export interface FrameDrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

export function FrameDrawerPart({ open, onOpenChange, children }: FrameDrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Menu"
          className="fixed inset-y-0 start-0 z-30 w-[min(18rem,calc(100vw-3rem))] border-e bg-paper shadow-pop outline-none transition-transform data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full"
        >
          {children}
          {/* A finger closes it by touching the page; a screen reader needs something to press. */}
          <Dialog.Close className="sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:start-3.5 focus-visible:bottom-16 focus-visible:rounded-s focus-visible:bg-ink focus-visible:px-3 focus-visible:py-2 focus-visible:text-paper">
            Close the menu
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
