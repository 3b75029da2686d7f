"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button, IconButton } from "./button";
import { Notice } from "./notice";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly size?: "s" | "m" | "l" | undefined;
  /** The buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

const BACKDROP =
  "fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";
const VIEWPORT = "fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4";
const POPUP =
  "w-full rounded-l border bg-surface shadow-pop outline-none transition-[opacity,scale] data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0";
const WIDTHS = { s: "max-w-[420px]", m: "max-w-[560px]", l: "max-w-[820px]" };
const FOOTER = "flex flex-wrap justify-end gap-2 border-t px-5 py-3.5";

/** The first field, as one opens a dialog to fill it in; on a touch screen nothing, or the keyboard would jump up. */
function firstField(body: HTMLElement | null, opened: string): HTMLElement | true {
  return (opened !== "touch" && body?.querySelector<HTMLElement>("input, textarea, select")) || true;
}

export function DialogPart({ open, onOpenChange, title, description, size = "m", footer, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP} />
        <Dialog.Viewport className={VIEWPORT}>
          <Dialog.Popup
            className={clsx(POPUP, WIDTHS[size])}
            initialFocus={(opened) => firstField(body.current, opened)}
          >
            <div className="flex items-start justify-between gap-3 px-5 pt-4">
              <div className="min-w-0">
                <Dialog.Title className="font-display text-display-28">{title}</Dialog.Title>
                {description && <Dialog.Description className="mt-1 text-ink-2">{description}</Dialog.Description>}
              </div>
              <IconButton
                label="Close"
                icon={<X aria-hidden="true" className="size-4" />}
                onClick={() => onOpenChange(false)}
              />
            </div>
            <div ref={body} className="px-5 pt-4 pb-5">
              {children}
            </div>
            {footer && <div className={FOOTER}>{footer}</div>}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What will happen, as a question: "Remove Ana from the workspace?" */
  readonly title: ReactNode;
  /** What it means, and what stays. */
  readonly children?: ReactNode;
  /** The act itself: "Remove Ana". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  /** "final" for what can't be undone. */
  readonly tone?: "plain" | "final" | undefined;
  readonly pending?: boolean | undefined;
  readonly error?: string | undefined;
  /** Doesn't close by itself: close when it has succeeded. */
  readonly onConfirm: () => void;
}

export function ConfirmDialogPart(props: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP} />
        <AlertDialog.Viewport className={VIEWPORT}>
          {/* Enter must not destroy anything, so focus starts at the way back. */}
          <AlertDialog.Popup className={clsx(POPUP, WIDTHS.s)} initialFocus={cancel}>
            <div className="grid gap-2 px-5 pt-5 pb-5">
              <AlertDialog.Title className="font-display text-display-28">{props.title}</AlertDialog.Title>
              <AlertDialog.Description render={<div />} className="text-ink-2">
                {props.children}
              </AlertDialog.Description>
              {props.error && <Notice tone="error">{props.error}</Notice>}
            </div>
            <div className={FOOTER}>
              <Button ref={cancel} onClick={() => props.onOpenChange(false)}>
                {props.cancelLabel ?? "Cancel"}
              </Button>
              <Button
                variant={props.tone === "final" ? "accent" : "primary"}
                pending={props.pending ?? false}
                onClick={props.onConfirm}
              >
                {props.confirmLabel}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
