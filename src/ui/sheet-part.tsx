"use client";
import { Dialog } from "@base-ui/react/dialog";
import { Popover } from "@base-ui/react/popover";
import { type ReactNode, useRef, useSyncExternalStore } from "react";

export interface SheetPartProps {
  /** What it is, for screen readers. */
  readonly label: string;
  /** What it lies beside; without one it lies in the middle of the window. */
  readonly anchor: HTMLElement | null;
  /** Opened in passing: the focus stays where it is, such as in the text that one writes. */
  readonly isQuiet?: boolean | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

const NARROW = "(width < 40rem)";
const LOOK = "flex flex-col overflow-hidden border bg-surface shadow-pop outline-none";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Where one may write at once, one writes; on touch not, since the keyboard would cover what one came to read. */
function firstFocus(body: HTMLElement | null, opened: string): HTMLElement | true {
  return (opened !== "touch" && body?.querySelector<HTMLElement>("textarea")) || true;
}

/**
 * Something to read and answer without leaving the page: beside what it is about, and on a narrow window a drawer at
 * its bottom. Escape and a press elsewhere close it; the focus goes back to where it was.
 */
export function SheetPart({ label, anchor, isQuiet = false, open, onOpenChange, children }: SheetPartProps) {
  const body = useRef<HTMLDivElement>(null);
  const isNarrow = useSyncExternalStore(
    subscribe,
    () => matchMedia(NARROW).matches,
    () => false,
  );
  if (anchor && !isNarrow) {
    return (
      <Popover.Root open={open} onOpenChange={onOpenChange}>
        <Popover.Portal>
          <Popover.Positioner anchor={anchor} align="start" sideOffset={6} collisionPadding={8} className="z-30">
            <Popover.Popup
              aria-label={label}
              initialFocus={(opened) => !isQuiet && firstFocus(body.current, opened)}
              ref={body}
              finalFocus={() => (isQuiet && !body.current?.contains(document.activeElement) ? false : anchor)}
              className={`${LOOK} max-h-[min(36rem,var(--available-height))] w-[360px] max-w-[calc(100vw-1rem)] rounded-m transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0`}
            >
              {children}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    );
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={label}
          initialFocus={(opened) => firstFocus(body.current, opened)}
          ref={body}
          finalFocus={() => anchor ?? true}
          className={
            isNarrow
              ? `${LOOK} fixed inset-x-0 bottom-0 z-30 max-h-[85dvh] rounded-t-l transition-transform data-ending-style:translate-y-full data-starting-style:translate-y-full`
              : `${LOOK} fixed inset-0 z-30 m-auto h-fit max-h-[80dvh] w-[420px] rounded-l transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0`
          }
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
