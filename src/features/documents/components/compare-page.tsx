"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Suspense } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { ComparisonView } from "./comparison-view";
import { comparePath, documentPath, KIND_PLACES, listPath } from "./document-link";
import { type KindName, useDocumentApi } from "./use-document-api";

type Side = number | "draft";

export interface ComparePageProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly from: Side;
  readonly to: Side;
}

/** What changed between any two versions, or a version and the draft; the address names both, so it can be sent on. */
export function ComparePage({ kind, documentId, from, to }: ComparePageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const router = useRouter();
  const api = useDocumentApi(kind);
  const target = { workspaceId, documentId };
  const { data } = useSuspenseQuery(api.get.queryOptions(target));
  const { data: history } = useSuspenseQuery(api.history.queryOptions(target));
  const options = [
    ...(may("draft.read") ? [{ value: "draft", label: "Draft" }] : []),
    ...history.versions.map((version) => ({ value: String(version.number), label: `v${version.number}` })),
  ];
  const go = (sides: { from: Side; to: Side }) =>
    router.replace(comparePath(slug, kind, documentId, sides), { scroll: false });
  const read = (value: string): Side => (value === "draft" ? "draft" : Number(value));
  return (
    <>
      <TopBar
        crumbs={[
          { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
          { label: data.document.title || "No name yet", href: documentPath(slug, kind, documentId) },
          { label: "Compare" },
        ]}
      />
      <Page>
        <PageTitle title="What changed" description={`In ${data.document.title}, field by field.`} size="28">
          <Field label="From">
            <Select options={options} value={String(from)} onValueChange={(value) => go({ from: read(value), to })} />
          </Field>
          <Field label="To">
            <Select options={options} value={String(to)} onValueChange={(value) => go({ from, to: read(value) })} />
          </Field>
        </PageTitle>
        <Suspense key={`${from} ${to}`} fallback={<SkeletonRows label="Comparing…" />}>
          <Changes kind={kind} documentId={documentId} from={from} to={to} />
        </Suspense>
      </Page>
    </>
  );
}

function Changes({ kind, documentId, from, to }: ComparePageProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  // The draft moves on, so a comparison with it is asked for anew each time.
  const { data } = useSuspenseQuery(api.compare.queryOptions({ workspaceId, documentId, from, to }, { staleTime: 0 }));
  if (data.changes.length === 0) {
    return <EmptyState title="Nothing differs">Both sides say the same. Choose another version to compare.</EmptyState>;
  }
  return <ComparisonView changes={data.changes} before={sideName(from)} after={sideName(to)} />;
}

function sideName(side: Side): string {
  return side === "draft" ? "Draft" : `v${side}`;
}
