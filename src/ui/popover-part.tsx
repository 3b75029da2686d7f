"use client";
import { Popover } from "@base-ui/react/popover";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";

export interface PopoverPartProps {
  /** What it is, for screen readers. */
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly align?: "start" | "end" | undefined;
  /** Where the focus goes when it closes, unless that is the button: false for wherever it is by then. */
  readonly finalFocus?: (() => HTMLElement | false | null) | undefined;
  /** Tab goes round in it, where there is nothing of the page to go on with before it is closed. */
  readonly holdsFocus?: boolean | undefined;
  readonly children: ReactNode;
}

/** A sheet beside what it is about. Escape and a click elsewhere close it, and the focus goes back to its button. */
export function PopoverPart({
  label,
  anchor,
  open,
  onOpenChange,
  align = "start",
  finalFocus,
  holdsFocus = false,
  children,
}: PopoverPartProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange} modal={holdsFocus && "trap-focus"}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={label}
            finalFocus={finalFocus ?? anchor}
            className="relative max-h-(--available-height) w-[340px] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-m border bg-surface p-4 shadow-pop outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
            {holdsFocus && (
              // Without it nothing holds the focus: whoever has neither Escape nor a page to click couldn't leave.
              <Popover.Close
                aria-label="Close"
                className="absolute end-2.5 top-2.5 grid size-6 place-items-center rounded-s text-ink-3 hover:text-ink"
              >
                <X aria-hidden="true" className="size-4" />
              </Popover.Close>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
