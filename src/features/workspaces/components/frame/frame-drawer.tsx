"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { usePart } from "@/ui/use-part";
import type { FrameDrawerProps } from "./frame-drawer-part";

const loadDrawer = () => import("./frame-drawer-part").then((part) => part.FrameDrawerPart);

/** The sidebar on a narrow window. Closes when it has led somewhere. */
export function FrameDrawer(props: FrameDrawerProps) {
  const { open, onOpenChange } = props;
  const Part = usePart(loadDrawer, open, () => onOpenChange(false));
  const pathname = usePathname();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current !== pathname) onOpenChange(false);
    last.current = pathname;
  }, [pathname, onOpenChange]);

  return Part ? <Part {...props} /> : null;
}
