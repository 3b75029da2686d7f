"use client";
import { useEffect, useMemo, useState } from "react";
import type { ThreadHead, ThreadList } from "../thread-contract";

/**
 * The threads of some pages: first those on fields and on the whole as they come, then those on words in the order in
 * which the text shows them; last those whose words it doesn't show.
 */
export function useTextOrder(pages: readonly ThreadList[] | undefined): readonly ThreadHead[] {
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is looked at whenever the threads are others.
  useEffect(() => {
    const found = new Map<string, number>();
    for (const element of document.querySelectorAll<HTMLElement>(".live-body [data-thread]")) {
      const { thread = "" } = element.dataset;
      if (!found.has(thread)) found.set(thread, found.size);
    }
    setPlaces(found);
  }, [items]);
  return useMemo(() => {
    const rank = ({ id, isOnWords }: ThreadHead) => (isOnWords ? (places.get(id) ?? places.size) : -1);
    return items.toSorted((a, b) => rank(a) - rank(b));
  }, [items, places]);
}
