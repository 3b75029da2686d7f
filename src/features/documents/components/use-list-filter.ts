"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import type { DocumentState } from "../lifecycle-rules";
import { type ListFilter, readListFilter } from "../list-filter-rules";

/** The list's filter as the address has it, so that a link or the back button brings it again. */
export function useListFilter() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const filter = readListFilter(Object.fromEntries(params));
  const change = (next: Partial<Record<"state" | "text", string>>) => {
    const query = new URLSearchParams(params);
    for (const [name, value] of Object.entries(next)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    startTransition(() => router.replace(query.size > 0 ? `${pathname}?${query}` : pathname, { scroll: false }));
  };
  return { filter, change, isPending } satisfies {
    filter: ListFilter;
    change: (next: Partial<{ state: DocumentState | ""; text: string }>) => void;
    isPending: boolean;
  };
}
