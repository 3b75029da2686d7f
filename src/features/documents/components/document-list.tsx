"use client";
import { type ReactNode, Suspense } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import type { ChoiceField, DocumentContent } from "../field-rules";
import type { ListedDocument } from "../list-contract";
import { KIND_PLACES } from "./document-link";
import { ListResults } from "./list-results";
import { ListToolbar } from "./list-toolbar";
import { NewDocument } from "./new-document";
import type { KindName } from "./use-document-api";
import { useListAddress } from "./use-list-address";

export interface DocumentListProps<C extends DocumentContent> {
  readonly kind: KindName;
  /** What a kind is for, in a sentence: shown while there is none. */
  readonly teaching: string;
  /** The kind's own choice to narrow by. */
  readonly facet: ChoiceField;
  readonly facetOf: (card: Partial<C>) => string;
  /** The kind's own way to show documents other than as a table. */
  readonly cards: (items: readonly ListedDocument<C>[]) => ReactNode;
  /** What stands before a name in the table, by row. */
  readonly pictures?: (items: readonly ListedDocument<C>[]) => (row: number) => ReactNode;
}

/** All documents of a kind, narrowed, sorted and paged; the frame of every list page. */
export function DocumentList<C extends DocumentContent>(props: DocumentListProps<C>) {
  const { kind, facet } = props;
  const { may } = useWorkspace();
  const place = useListAddress();
  const { many } = KIND_PLACES[kind];
  return (
    <>
      <TopBar crumbs={[{ label: many }]} actions={may("draft.edit") && <NewDocument kind={kind} />} />
      <Page>
        <PageTitle title={many} />
        <ListToolbar kind={kind} place={place} facet={facet} />
        <Suspense fallback={<SkeletonRows label={`Loading ${many.toLowerCase()}…`} />}>
          <ListResults {...props} place={place} />
        </Suspense>
      </Page>
    </>
  );
}
