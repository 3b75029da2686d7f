"use client";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type ReactNode, Suspense, useDeferredValue, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field, TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import type { ListedDocument } from "../list-contract";
import type { DocumentContent } from "../field-rules";
import type { ListFilter } from "../list-filter-rules";
import { KIND_PLACES } from "./document-link";
import { NewDocument } from "./new-document";
import { type KindName, useDocumentApi } from "./use-document-api";
import { useListFilter } from "./use-list-filter";

interface DocumentListProps<C extends DocumentContent> {
  readonly kind: KindName;
  /** What a kind is for, in a sentence: shown while there is none. */
  readonly teaching: string;
  /** The kind's own way to show a page of documents. */
  readonly children: (items: readonly ListedDocument<C>[]) => ReactNode;
}

const STATE_CHOICES = [
  { value: "", label: "In use" },
  { value: "published", label: "Published" },
  { value: "changed", label: "Changed since" },
  { value: "draft", label: "Not published" },
  { value: "retired", label: "Retired" },
] as const;

/** All documents of a kind, with filter and paging; the frame of every list page. */
export function DocumentList<C extends DocumentContent>({ kind, teaching, children }: DocumentListProps<C>) {
  const { may } = useWorkspace();
  const { filter, change, isPending } = useListFilter();
  const { many, one } = KIND_PLACES[kind];
  const mayReadDrafts = may("draft.read");
  return (
    <>
      <TopBar crumbs={[{ label: many }]} actions={may("draft.edit") && <NewDocument kind={kind} />} />
      <Page>
        <PageTitle title={many} />
        <search className="flex flex-wrap items-end gap-3 pb-5">
          <SearchText text={filter.text ?? ""} label={`Find a ${one} by name`} onText={(text) => change({ text })} />
          <Field label="State" isLabelHidden>
            <Select
              options={STATE_CHOICES.filter((choice) => mayReadDrafts || !["draft", "changed"].includes(choice.value))}
              value={filter.state ?? ""}
              onValueChange={(state) => change({ state })}
            />
          </Field>
        </search>
        <Suspense fallback={<SkeletonRows label={`Loading ${many.toLowerCase()}…`} />}>
          <Results kind={kind} filter={filter} isPending={isPending} teaching={teaching}>
            {(items) => children(items as readonly ListedDocument<C>[])}
          </Results>
        </Suspense>
      </Page>
    </>
  );
}

function SearchText(props: { readonly text: string; readonly label: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(props.text);
  return (
    <Field label={props.label} isLabelHidden className="w-full sm:w-72">
      <span className="relative block">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2.5 size-4 text-ink-3" />
        <TextInput
          type="search"
          value={typed}
          maxLength={200}
          placeholder="Find by name"
          className="ps-8"
          onChange={(event) => {
            setTyped(event.target.value);
            props.onText(event.target.value);
          }}
        />
      </span>
    </Field>
  );
}

interface ResultsProps {
  readonly kind: KindName;
  readonly filter: ListFilter;
  readonly isPending: boolean;
  readonly teaching: string;
  readonly children: (items: readonly ListedDocument<DocumentContent>[]) => ReactNode;
}

function Results({ kind, filter, isPending, teaching, children }: ResultsProps) {
  const { id: workspaceId, may } = useWorkspace();
  const api = useDocumentApi(kind);
  // Keeps the old rows in view, dimmed, while the next ones are on their way.
  const asked = useDeferredValue(filter);
  const query = useSuspenseInfiniteQuery(
    api.list.infiniteQueryOptions({ workspaceId, ...asked }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const items = query.data.pages.flatMap((page) => page.items);
  const { many, one } = KIND_PLACES[kind];
  if (items.length === 0) {
    const isFiltered = asked.state !== undefined || asked.text !== undefined;
    return isFiltered ? (
      <EmptyState title={`No ${one} fits`}>Try another word, or show all that are in use.</EmptyState>
    ) : (
      <EmptyState title={`No ${many.toLowerCase()} yet`} action={may("draft.edit") && <NewDocument kind={kind} />}>
        {teaching}
      </EmptyState>
    );
  }
  return (
    <div className={isPending || asked !== filter ? "opacity-60 transition-opacity" : "transition-opacity"}>
      <LiveRegion>{`${items.length}${query.hasNextPage ? " or more" : ""} found`}</LiveRegion>
      {children(items)}
      {query.hasNextPage && (
        <div className="flex justify-center pt-6">
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
