"use client";
import type { ReactNode } from "react";
import { usePart } from "@/ui/use-part";
import type { AgendaPickerProps } from "./agenda-picker-part";

const load = () => import("./agenda-picker-part").then((part) => part.AgendaPickerPart);

/** Chooses documents for the agenda. Its code is loaded when it is first opened. */
export function AgendaPicker(props: AgendaPickerProps): ReactNode {
  const Part = usePart(load, props.open, () => props.onOpenChange(false));
  return Part ? <Part {...props} /> : null;
}
