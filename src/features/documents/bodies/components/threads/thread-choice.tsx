"use client";
import { usePart } from "@/ui/use-part";
import type { ThreadChoiceProps } from "./thread-choice-part";

const loadPart = () => import("./thread-choice-part").then((part) => part.ThreadChoicePart);

/** Asks which thread is meant. Its sheet is loaded when it is first needed: it would weigh a sixth of the editor. */
export function ThreadChoice(props: ThreadChoiceProps) {
  const Part = usePart(loadPart, true, props.onClose);
  return Part ? <Part {...props} /> : null;
}
