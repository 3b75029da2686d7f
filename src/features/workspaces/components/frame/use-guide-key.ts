"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** ⌘/ or Ctrl+/ leads to the list of keys. A letter alone, such as ?, would fall to those who speak to their computer. */
export function useGuideKey(slug: string): void {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // An editor shows its own list by the same keys. On some keyboards the slash takes Shift.
      if (event.key !== "/" || !(event.metaKey || event.ctrlKey) || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      router.push(`/w/${slug}/guide/keyboard` as Route);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, slug]);
}
