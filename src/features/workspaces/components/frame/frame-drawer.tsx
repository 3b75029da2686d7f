"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { usePart } from "@/ui/use-part";
import { useCommandMenu } from "./command-menu-context";
import type { FrameDrawerProps } from "./frame-drawer-part";

const loadDrawer = () => import("./frame-drawer-part").then((part) => part.FrameDrawerPart);

/** The sidebar on a narrow window. Closes when it has led somewhere, be it to the command menu. */
export function FrameDrawer(props: FrameDrawerProps) {
  const { open, onOpenChange } = props;
  const Part = usePart(loadDrawer, open, () => onOpenChange(false));
  const pathname = usePathname();
  const { isOpen: isFinding } = useCommandMenu();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current !== pathname || isFinding) onOpenChange(false);
    last.current = pathname;
  }, [pathname, isFinding, onOpenChange]);

  return Part ? <Part {...props} /> : null;
}
