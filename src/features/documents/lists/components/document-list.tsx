"use client";
import { Suspense } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { KIND_PLACES } from "../../components/document-link";
import { NewDocument } from "../../components/new-document";
import type { DocumentContent } from "../../field-rules";
import { type DocumentListProps, ListResults } from "./list-results";
import { ListToolbar } from "./list-toolbar";
import { useListAddress } from "./use-list-address";

/** All documents of a kind, narrowed, sorted and paged; the frame of every list page. */
export function DocumentList<C extends DocumentContent>(props: DocumentListProps<C>) {
  const { kind, facet, cast, acts } = props;
  const { may } = useWorkspace();
  const place = useListAddress();
  const { many } = KIND_PLACES[kind];
  return (
    <>
      <TopBar crumbs={[{ label: many }]} actions={may("draft.edit") && <NewDocument kind={kind} />} />
      <Page>
        <PageTitle title={many} hint={<TermHint term={kind} />}>
          {acts}
        </PageTitle>
        <ListToolbar kind={kind} place={place} facet={facet} hasCast={cast !== undefined} />
        <Suspense fallback={<SkeletonRows label={`Loading ${many.toLowerCase()}…`} />}>
          <ListResults {...props} place={place} />
        </Suspense>
      </Page>
    </>
  );
}
