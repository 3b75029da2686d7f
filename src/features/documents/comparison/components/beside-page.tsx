"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { KIND_PLACES, listPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { DocumentContent, Field, Item } from "../../field-rules";
import {
  type BesideAddress,
  besideQuery,
  besideRows,
  differencesOnly,
  MOST_BESIDE,
  readBesideAddress,
} from "../side-by-side-rules";
import { BesidePicker } from "./beside-picker";
import { BesideTable } from "./beside-table";

export interface BesidePageProps {
  readonly kind: KindName;
  readonly fields: readonly Field[];
  /** What stands above a document's name. */
  readonly face?: ((content: DocumentContent) => ReactNode) | undefined;
  /** The kind's own way to show items of a list, by the list's place. */
  readonly items?: Readonly<Record<string, (item: Item) => ReactNode>> | undefined;
}

/** What the address asks for. It is changed in place: going back leaves the page. */
function useBesideAddress() {
  const pathname = usePathname();
  const params = useSearchParams();
  const address = useMemo(() => readBesideAddress(Object.fromEntries(params)), [params]);
  const change = (next: Partial<BesideAddress>) =>
    window.history.replaceState(null, "", `${pathname}?${besideQuery({ ...address, ...next })}`);
  return { address, change };
}

/** Two to four documents of a kind, a column each and a row for each field. */
export function BesidePage({ kind, fields, face, items }: BesidePageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const api = useDocumentApi(kind);
  const { address, change } = useBesideAddress();
  const { ids, isDifferencesOnly, isPublished } = address;
  const [isPicking, setPicking] = useState(false);
  const { one, many } = KIND_PLACES[kind];
  const isAsked = ids.length > 0;
  const query = useQuery(
    api.beside.queryOptions(
      { workspaceId, documentIds: [...ids], ...(isPublished && { isPublished }) },
      // The columns that are there stay while another one comes.
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  const documents = useMemo(
    () => (isAsked ? (query.data ?? []).filter(({ id }) => ids.includes(id)) : []),
    [isAsked, query.data, ids],
  );
  const rows = useMemo(
    () =>
      besideRows(
        fields,
        documents.map(({ content }) => content),
      ),
    [fields, documents],
  );
  const isShort = useDeferredValue(isDifferencesOnly);
  const shown = useMemo(() => (isShort ? differencesOnly(rows) : rows), [isShort, rows]);
  const isMissing = query.isSuccess && !query.isPlaceholderData && documents.length < ids.length;
  const add = (
    <Button
      icon={<Plus aria-hidden="true" className="size-4" />}
      disabledReason={
        ids.length >= MOST_BESIDE ? `Up to ${MOST_BESIDE} stand side by side. Remove one first.` : undefined
      }
      onClick={() => setPicking(true)}
    >
      Add {ids.length > 0 ? "another" : "a"} {one}
    </Button>
  );
  return (
    <>
      <TopBar crumbs={[{ label: many, href: listPath(slug, kind) }, { label: "Compare" }]} />
      <Page className="max-w-none">
        <PageTitle title={`${many} side by side`} size="28">
          {ids.length > 0 && add}
        </PageTitle>
        {query.isError && isAsked && <Notice tone="error">{refusal(query.error).message}</Notice>}
        {isMissing && (
          <Notice className="mb-4">
            {ids.length - documents.length === 1 ? `One ${one} is` : `Some ${many.toLowerCase()} are`} not here any more
            {may("draft.read") && !isPublished ? "" : ", or not published"}.
          </Notice>
        )}
        {ids.length === 0 ? (
          <EmptyState title={`Compare ${many.toLowerCase()}`} action={add}>
            Two to four stand side by side, so that what sets them apart is seen at a glance.
          </EmptyState>
        ) : query.isPending ? (
          <SkeletonRows label={`Loading ${many.toLowerCase()}…`} />
        ) : (
          <>
            <div className="flex flex-wrap gap-x-6 gap-y-1 pb-4">
              <Checkbox
                label="Differences only"
                checked={isDifferencesOnly}
                onChange={(event) => change({ isDifferencesOnly: event.target.checked })}
              />
              {may("draft.read") && (
                <Checkbox
                  label="What is published"
                  checked={isPublished}
                  onChange={(event) => change({ isPublished: event.target.checked })}
                />
              )}
            </div>
            <BesideTable
              kind={kind}
              documents={documents}
              rows={shown}
              face={face}
              items={items}
              onRemove={(id) => change({ ids: ids.filter((other) => other !== id) })}
            />
            {shown.length === 0 && documents.length > 0 && (
              <EmptyState title="Nothing sets them apart">
                Turn off “Differences only” to read what they have in common.
              </EmptyState>
            )}
          </>
        )}
        <BesidePicker
          kind={kind}
          open={isPicking}
          onOpenChange={setPicking}
          chosen={ids}
          onPick={(id) => change({ ids: [...ids, id] })}
        />
      </Page>
    </>
  );
}
