"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { exactTimeText } from "@/shared/date-text";
import type { KindName } from "@/shared/document-kinds";
import { IconButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { useTimeZone } from "@/ui/use-time-zone";
import { documentPath, KIND_PLACES, listPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { VersionHead } from "../../document-contract";
import { FreshnessButton } from "../../verification/components/freshness-button";
import {
  type ComparisonAddress,
  comparisonQuery,
  readComparisonAddress,
  type Side,
  sideName,
} from "../comparison-address-rules";
import { singleChanges } from "../comparison-rules";
import { ComparisonToolbar } from "./comparison-toolbar";
import { ComparisonView } from "./comparison-view";
import { PublicationsBetween } from "./publications-between";
import { useChangeJump } from "./use-change-jump";

export interface ComparePageProps {
  readonly kind: KindName;
  readonly documentId: string;
}

/** The comparison that the address asks for. What is changed here is changed there, so that it can be sent on. */
function useComparisonAddress() {
  const pathname = usePathname();
  const params = useSearchParams();
  const address = readComparisonAddress(Object.fromEntries(params));
  const change = (next: Partial<ComparisonAddress>) =>
    window.history.replaceState(null, "", `${pathname}?${comparisonQuery({ ...address, ...next })}`);
  return { address, change };
}

/** What changed between any two versions, or a version and the draft. */
export function ComparePage({ kind, documentId }: ComparePageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const api = useDocumentApi(kind);
  const target = { workspaceId, documentId };
  const { data } = useSuspenseQuery(api.get.queryOptions(target));
  const { data: history } = useSuspenseQuery(api.history.queryOptions(target));
  const { address, change } = useComparisonAddress();
  const { from, to } = address;
  const zone = useTimeZone();
  const options = [
    ...(may("draft.read") ? [{ value: "draft", label: "Draft" }] : []),
    ...history.versions.map(optionOf),
    ...history.restorePoints.map((point) => ({
      value: `point-${point.id}`,
      label: `${POINT_WORDS[point.cause]} ${exactTimeText(point.setAsideAt, zone)}`,
    })),
  ];
  const read = (value: string) => readComparisonAddress({ from: value }).from;
  const nameOf = (side: Side) => {
    const point = history.restorePoints.find(({ id }) => side === `point-${id}`);
    return point ? `the copy of ${exactTimeText(point.setAsideAt, zone)}` : sideName(side);
  };
  return (
    <>
      <TopBar
        crumbs={[
          { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
          { label: data.document.title || "No name yet", href: documentPath(slug, kind, documentId) },
          { label: "Compare" },
        ]}
      >
        <FreshnessButton of={data.document} />
      </TopBar>
      <Page>
        <PageTitle title="What changed" description={`From ${nameOf(from)} to ${nameOf(to)}`} size="28">
          <Field label="From" className="w-[150px] sm:w-[200px]">
            <Select options={options} value={String(from)} onValueChange={(value) => change({ from: read(value) })} />
          </Field>
          <IconButton
            className="self-end"
            label="Swap the two sides"
            icon={<ArrowLeftRight aria-hidden="true" className="size-4" />}
            onClick={() => change({ from: to, to: from })}
          />
          <Field label="To" className="w-[150px] sm:w-[200px]">
            <Select options={options} value={String(to)} onValueChange={(value) => change({ to: read(value) })} />
          </Field>
        </PageTitle>
        <PublicationsBetween versions={history.versions} from={from} to={to} />
        <Suspense key={`${from} ${to}`} fallback={<SkeletonRows label="Comparing…" />}>
          <Changes kind={kind} documentId={documentId} address={address} onAddress={change} />
        </Suspense>
      </Page>
    </>
  );
}

const POINT_WORDS = { automatic: "Kept", restore: "Set aside" } as const;

function optionOf({ number, note }: VersionHead) {
  return { value: String(number), label: note ? `v${number}: ${note.slice(0, 60)}` : `v${number}` };
}

interface ChangesProps extends ComparePageProps {
  readonly address: ComparisonAddress;
  readonly onAddress: (next: Partial<ComparisonAddress>) => void;
}

function Changes({ kind, documentId, address, onAddress }: ChangesProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  const { from, to } = address;
  // What is on the page stays until the rest has come, and a long comparison is drawn without holding up the page.
  const isWhole = useDeferredValue(address.isWhole);
  const view = useDeferredValue(address.view);
  const { data } = useSuspenseQuery(
    api.compare.queryOptions(
      { workspaceId, documentId, from, to, ...(isWhole && { isWhole }) },
      // Versions never change. The draft moves on, so a comparison with it is asked for anew each time.
      { staleTime: from === "draft" || to === "draft" ? 0 : Number.POSITIVE_INFINITY },
    ),
  );
  const singles = useMemo(() => singleChanges(data.changes), [data.changes]);
  const region = useRef<HTMLDivElement>(null);
  const jump = useChangeJump(region);
  // Always the same: a new one would have the whole comparison drawn again with every jump.
  const latest = useRef(onAddress);
  useEffect(() => {
    latest.current = onAddress;
  });
  const onWhole = useCallback(() => latest.current({ isWhole: true }), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside, for all of them at once.
    <div ref={region} onKeyDown={jump.onKeyDown}>
      <ComparisonToolbar singles={singles} address={address} onAddress={onAddress} jump={jump} />
      {singles.length === 0 && (
        <EmptyState title="Nothing differs">
          {sideName(from)} and {sideName(to)} say the same. Choose another version to compare.
        </EmptyState>
      )}
      <ComparisonView
        changes={data.changes}
        before={sideName(from)}
        after={sideName(to)}
        view={view}
        reasons={data.reasons}
        onWhole={onWhole}
      />
    </div>
  );
}
