"use client";
import type { ReactNode } from "react";
import type { ConfirmDialogProps, DialogProps } from "./dialog-part";
import { usePart } from "./use-part";

const loadDialog = () => import("./dialog-part").then((part) => part.DialogPart);
const loadConfirm = () => import("./dialog-part").then((part) => part.ConfirmDialogPart);

/** Asks for something while the page waits. Its code is loaded when it is first opened. */
export function Dialog(props: DialogProps): ReactNode {
  const Part = usePart(loadDialog, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}

/** Asks once more before something that can't be undone; says what will happen, never "Are you sure". */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const Part = usePart(loadConfirm, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}
