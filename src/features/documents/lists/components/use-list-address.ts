"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type ListAddress, type ListFilter, listQuery, paramsRecord, readListAddress } from "../list-filter-rules";

/** What to change of a filter; undefined takes a part away. */
export type FilterChange = { readonly [Part in keyof ListFilter]?: ListFilter[Part] | undefined };

export interface ListPlace extends ListAddress {
  /** `isTyping` makes no step that the back button would have to go through. */
  narrow(change: FilterChange, options?: { readonly isTyping?: boolean }): void;
  show(view: ListAddress["view"]): void;
  /** Shows all that are in use again, in the same order. */
  reset(): void;
}

/**
 * The list's filter, order and view as the address has them, so that a link or the back button brings them again. The
 * address is written without asking the server for the page: only the rows are new.
 */
export function useListAddress(): ListPlace {
  const pathname = usePathname();
  const params = useSearchParams();
  const address = useMemo(() => readListAddress(paramsRecord(params)), [params]);
  const { filter, view } = address;

  function go(next: ListAddress, isTyping = false) {
    const query = listQuery(next);
    const href = query ? `${pathname}?${query}` : pathname;
    if (isTyping) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
  }

  return {
    ...address,
    narrow: (change, { isTyping } = {}) => {
      const next = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
      go({ filter: Object.fromEntries(next), view }, isTyping);
    },
    show: (next) => go({ filter, view: next }),
    reset: () => {
      const { sort, order } = filter;
      go({ filter: { ...(sort && { sort }), ...(order && { order }) }, view });
    },
  };
}
