"use client";
import { useEffect } from "react";
import { usePart } from "@/ui/use-part";
import { useCommandMenu } from "./command-menu-context";
import type { WorkspaceFrameProps } from "./frame-props";
import { useGuideKey } from "./use-guide-key";

const loadPart = () => import("./command-menu-part").then((part) => part.CommandMenuPart);

/** Opens by ⌘K or Ctrl+K from anywhere; its code is loaded then. */
export function CommandMenu(props: Pick<WorkspaceFrameProps, "workspace" | "search" | "actions">) {
  const { isOpen, setOpen } = useCommandMenu();
  useGuideKey(props.workspace.slug);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommand = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      // An editor that makes a link with the same keys has had it first.
      if (!isCommand || event.altKey || event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(!isOpen);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOpen, setOpen]);

  return Part ? <Part {...props} open={isOpen} onOpenChange={setOpen} /> : null;
}
