"use client";
import { useQueries } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import type { LinkedDocument } from "../../../links/link-contract";
import { UUID } from "./attributes";

/** As many as one question may name. */
const AT_ONCE = 100;

type Cards = ReadonlyMap<string, LinkedDocument>;
const CardsContext = createContext<{ readonly cards: Cards; readonly isKnown: boolean } | null>(null);

/** What the documents look like now that a body speaks of; asked for all its chips together. */
export function BodyCards({ ids, children }: { readonly ids: readonly string[]; readonly children: ReactNode }) {
  const { cards, isKnown } = useCards(ids);
  const value = useMemo(() => ({ cards, isKnown }), [cards, isKnown]);
  return <CardsContext value={value}>{children}</CardsContext>;
}

function useCards(ids: readonly string[]) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const sorted = [...new Set(ids.filter((id) => UUID.test(id)))].sort();
  const parts = Array.from({ length: Math.ceil(sorted.length / AT_ONCE) }, (_, part) =>
    sorted.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  return useQueries({
    queries: parts.map((documentIds) => trpc.documents.linkCards.queryOptions({ workspaceId, documentIds })),
    combine: (results) => ({
      cards: new Map(results.flatMap(({ data }) => data ?? []).map((card) => [card.id, card] as const)) as Cards,
      isKnown: results.every(({ data }) => data !== undefined),
    }),
  });
}

export interface BodyCard {
  readonly card: LinkedDocument | undefined;
  /** The server knows of no such document that the person may see. */
  readonly isMissing: boolean;
}

/** One of them. A chip outside of `BodyCards`, as in the editor, asks by itself; calls of one moment travel together. */
export function useBodyCard(id: string | null): BodyCard {
  const shared = use(CardsContext);
  const own = useCards(shared || id === null ? [] : [id]);
  const { cards, isKnown } = shared ?? own;
  if (id === null) return { card: undefined, isMissing: true };
  const card = cards.get(id);
  return { card, isMissing: isKnown && card === undefined };
}
