"use client";
import { usePart } from "@/ui/use-part";
import type { ExportDialogProps } from "./export-dialog-part";

const loadPart = () => import("./export-dialog-part").then((part) => part.ExportDialogPart);

/** Asks for version and format, and hands over the file. Its code is loaded when it is first opened. */
export function ExportDialog(props: ExportDialogProps) {
  const Part = usePart(loadPart, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}
