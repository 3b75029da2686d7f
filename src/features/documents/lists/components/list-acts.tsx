"use client";
import { createContext, type ReactNode, use, useState } from "react";
import type { KindName } from "@/shared/document-kinds";
import { usePart } from "@/ui/use-part";
import type { AnyListed } from "./list-selection";
import { useListActs } from "./use-list-acts";

interface ListActs extends ReturnType<typeof useListActs> {
  readonly items: readonly AnyListed[];
  /** Opens the tags of these documents. */
  editTags(documentIds: readonly string[]): void;
}

const loadTags = () => import("./tags-dialog").then((part) => part.TagsDialog);

const ListActsContext = createContext<ListActs | null>(null);

interface ProviderProps {
  readonly kind: KindName;
  readonly items: readonly AnyListed[];
  readonly children: ReactNode;
}

/** One set of acts for all rows of a list. */
export function ListActsProvider({ kind, items, children }: ProviderProps) {
  const acts = useListActs(kind);
  const [tagged, setTagged] = useState<ReadonlySet<string>>(new Set());
  const [isTagging, setTagging] = useState(false);
  const Tags = usePart(loadTags, isTagging, () => setTagging(false));
  const editTags = (documentIds: readonly string[]) => {
    setTagged(new Set(documentIds));
    setTagging(true);
  };
  return (
    <ListActsContext value={{ ...acts, items, editTags }}>
      {children}
      {Tags && (
        <Tags
          kind={kind}
          documents={items.filter(({ id }) => tagged.has(id))}
          acts={acts}
          open={isTagging}
          onOpenChange={setTagging}
        />
      )}
    </ListActsContext>
  );
}

/** Null where rows are only shown. */
export function useRowActs(): ListActs | null {
  return use(ListActsContext);
}
