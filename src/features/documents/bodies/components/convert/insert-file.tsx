"use client";
import { usePart } from "@/ui/use-part";
import type { InsertFileProps } from "./insert-file-part";

const loadPart = () => import("./insert-file-part").then((part) => part.InsertFilePart);

/** Asks for a file and hands its text over as prose. Its code is loaded when it is first opened. */
export function InsertFile(props: InsertFileProps) {
  const Part = usePart(loadPart, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}
