"use client";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { LiveRegion } from "@/ui/live-region";
import { SkeletonRows } from "@/ui/skeleton";
import { usePart } from "@/ui/use-part";
import { KIND_PLACES } from "../../components/document-link";
import { NewDocumentButton } from "../../components/new-document";
import { useDocumentApi } from "../../components/use-document-api";
import type { ChoiceField, DocumentContent } from "../../field-rules";
import type { ListedDocument } from "../list-contract";
import { isNarrowed } from "../list-filter-rules";
import type { DocumentTable as Table } from "./document-table";
import { ListActsProvider } from "./list-acts";
import { SelectionProvider, useSelected } from "./list-selection";
import type { ListPlace } from "./use-list-address";

// Cards come first; who asks for the table gets it with the page that the server draws.
const DocumentTable = lazy(() =>
  import("./document-table").then((part) => ({ default: part.DocumentTable })),
) as unknown as typeof Table;
const loadBar = () => import("./selection-bar-part").then((part) => part.SelectionBarPart);

export interface DocumentListProps<C extends DocumentContent> {
  readonly kind: KindName;
  /** What a kind is for, in a sentence: shown while there is none. */
  readonly teaching: string;
  /** The kind's own choice to narrow by. */
  readonly facet: ChoiceField;
  readonly facetOf: (card: Partial<C>) => string;
  /** The kind's own way to show documents other than as a table. */
  readonly cards: (items: readonly ListedDocument<C>[]) => ReactNode;
  /** As cards below the personas that they are about, for kinds that are. */
  readonly cast?: (items: readonly ListedDocument<C>[]) => ReactNode;
  /** What else the kind has to offer, beside its title. */
  readonly acts?: ReactNode;
  /** What stands before a name in the table, by row. */
  readonly pictures?: (items: readonly ListedDocument<C>[]) => (row: number) => ReactNode;
}

type ListResultsProps<C extends DocumentContent> = DocumentListProps<C> & { readonly place: ListPlace };

/** The rows, with what can be done to those that are chosen. */
export function ListResults<C extends DocumentContent>(props: ListResultsProps<C>) {
  const { kind, place, facet, facetOf, cards, cast, pictures } = props;
  const { id: workspaceId, may } = useWorkspace();
  const api = useDocumentApi(kind);
  // Keeps the old rows in view, dimmed, while the next ones are on their way.
  const asked = useDeferredValue(place.filter);
  const query = useSuspenseInfiniteQuery(
    api.list.infiniteQueryOptions({ workspaceId, ...asked }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const items = useMemo(
    () => query.data.pages.flatMap((page) => page.items) as unknown as readonly ListedDocument<C>[],
    [query.data],
  );
  const { selected, value, selectAll, clear } = useSelected(items);
  const isChoosing = selected.length > 0;
  const Bar = usePart(loadBar, isChoosing, clear);
  if (items.length === 0) return <NothingListed {...props} isNarrowed={isNarrowed(asked)} />;

  const rows =
    place.view === "table" ? (
      <Suspense fallback={<SkeletonRows label="Loading the table…" />}>
        <DocumentTable
          kind={kind}
          items={items}
          place={place}
          picture={pictures?.(items)}
          facetLabel={facet.label}
          facetOf={facetOf}
        />
      </Suspense>
    ) : place.view === "cast" && cast ? (
      cast(items)
    ) : (
      cards(items)
    );
  // Viewers can compare personas and scenarios; of segments there is nothing that they could do.
  const canChoose = kind !== "segment" || may("draft.edit");
  return (
    <ListActsProvider kind={kind} items={items}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of what the checkboxes inside have chosen. */}
      <div
        className={asked === place.filter ? "transition-opacity" : "opacity-60 transition-opacity"}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isChoosing && !event.defaultPrevented) clear();
        }}
      >
        <LiveRegion>{`${items.length}${query.hasNextPage ? " or more" : ""} found`}</LiveRegion>
        {canChoose ? <SelectionProvider value={value}>{rows}</SelectionProvider> : rows}
      </div>
      {Bar && isChoosing && (
        <Bar kind={kind} selected={selected} shown={items.length} onSelectAll={selectAll} onClear={clear} />
      )}
      <More
        count={items.length}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </ListActsProvider>
  );
}

interface MoreProps {
  readonly count: number;
  readonly hasMore: boolean;
  readonly isPending: boolean;
  readonly onMore: () => void;
}

/** The way to the next rows. When the last have come, the focus stays here and doesn't fall back to the page's top. */
function More({ count, hasMore, isPending, onMore }: MoreProps) {
  const end = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (hasMore || !wasAsked.current) return;
    wasAsked.current = false;
    if (document.activeElement === document.body) end.current?.focus({ preventScroll: true });
  }, [hasMore]);
  if (!hasMore) {
    return (
      <p ref={end} tabIndex={-1} className="pt-5 text-center text-small text-ink-3 outline-none">
        {wasAsked.current && `All ${count} shown`}
      </p>
    );
  }
  return (
    <div className="flex items-center justify-center gap-3 pt-6">
      <span className="text-small text-ink-3 tabular-nums">{count} shown</span>
      <Button
        pending={isPending}
        onClick={() => {
          wasAsked.current = true;
          onMore();
        }}
      >
        Show more
      </Button>
    </div>
  );
}

function NothingListed<C extends DocumentContent>(props: ListResultsProps<C> & { readonly isNarrowed: boolean }) {
  const { kind, teaching, place } = props;
  const { may } = useWorkspace();
  const { many, one } = KIND_PLACES[kind];
  if (props.isNarrowed) {
    return (
      <EmptyState title={`No ${one} fits`} action={<Button onClick={place.reset}>Show all in use</Button>}>
        Take a filter away, or try another word.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many.toLowerCase()} yet`} action={may("draft.edit") && <NewDocumentButton kind={kind} />}>
      {teaching}
    </EmptyState>
  );
}
