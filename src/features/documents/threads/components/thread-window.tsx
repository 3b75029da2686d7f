"use client";
import { usePart } from "@/ui/use-part";
import type { ThreadTarget } from "./threads-context";

const loadWindow = () => import("./thread-window-part").then((part) => part.ThreadWindowPart);

interface ThreadWindowProps {
  readonly target: ThreadTarget | null;
  readonly onTarget: (target: ThreadTarget | null) => void;
}

/** Threads beside what they are about. Its code comes when a thread is first opened. */
export function ThreadWindow(props: ThreadWindowProps) {
  const Part = usePart(loadWindow, props.target !== null, () => props.onTarget(null));
  return Part ? <Part {...props} /> : null;
}
