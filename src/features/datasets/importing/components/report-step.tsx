"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChartNoAxesColumn, Compass, Download, PenLine } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { Section } from "@/ui/section";
import { TRAIT_TYPES } from "../../catalog-rules";
import { datasetPath, importPath } from "../../components/data-link";
import { countedText, countText } from "../../value-words-rules";
import type { ImportDetails } from "../import-contract";
import type { ImportReport, TraitChanges } from "../import-plan-rules";
import { ReportColumns } from "./report-columns";

/** What came of an import: how many customers, what was changed or refused, and what to do next. */
export function ReportStep({ details }: { readonly details: ImportDetails }) {
  const { fileName, dataset, report } = details;
  const trpc = useTRPC();
  const client = useQueryClient();
  // Lists that were shown before know nothing of the new snapshot.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: trpc.datasets.list.queryKey() });
    void client.invalidateQueries({ queryKey: trpc.datasets.read.queryKey() });
  }, [client, trpc]);
  return (
    <div className="grid max-w-[980px] grid-cols-1 gap-9">
      <div className="-mb-9">
        <PageTitle
          eyebrow={dataset ? `Imported into ${dataset.name}` : "Imported"}
          title={fileName}
          {...(report && { description: keptWords(report) })}
        />
      </div>
      {report && (
        <p>
          <span className="font-display text-display-56 tabular-nums">{countText(report.customers)}</span>
          <span className="block pt-1 text-ink-2">
            {report.customers === 1 ? "customer" : "customers"}
            {report.events > 0 && `, with ${countedText(report.events, "event")}`}
          </span>
        </p>
      )}
      {dataset && <WhatNext datasetId={dataset.id} />}
      {report && <Report details={details} report={report} />}
    </div>
  );
}

function keptWords({ rows, kept }: ImportReport): string {
  if (rows === kept) return `All ${countedText(rows, "row")} of the file were taken.`;
  return `${countText(kept)} of ${countedText(rows, "row")} were taken.`;
}

function WhatNext({ datasetId }: { readonly datasetId: string }) {
  const { slug } = useWorkspace();
  return (
    <Section title="What next">
      <ul className="grid border-t sm:grid-cols-3 sm:gap-x-7">
        <Next
          icon={<ChartNoAxesColumn aria-hidden="true" className="size-5" />}
          href={datasetPath(slug, datasetId)}
          label="Look at the data"
        >
          Every trait with a small chart.
        </Next>
        <Next
          icon={<Compass aria-hidden="true" className="size-5" />}
          href={`${datasetPath(slug, datasetId)}/discover`}
          label="Discover segments"
        >
          Groups that the data suggest.
        </Next>
        <Next
          icon={<PenLine aria-hidden="true" className="size-5" />}
          href={`/w/${slug}/segments`}
          label="Write a segment"
        >
          A rule, counted while you type.
        </Next>
      </ul>
    </Section>
  );
}

function Next(props: {
  readonly icon: ReactNode;
  readonly href: string;
  readonly label: string;
  readonly children: string;
}) {
  return (
    <li className="relative flex gap-3 border-b px-1 py-3.5 hover:bg-sunk">
      <span className="mt-0.5 text-ink-3">{props.icon}</span>
      <p className="min-w-0">
        <Link href={props.href} className="font-strong after:absolute after:inset-0">
          {props.label}
        </Link>
        <span className="block text-small text-ink-3">{props.children}</span>
      </p>
    </li>
  );
}

function Report({ details, report }: { readonly details: ImportDetails; readonly report: ImportReport }) {
  const { slug } = useWorkspace();
  const isClean = report.refused.length === 0 && report.columns.every(({ unreadable }) => unreadable === 0);
  return (
    <Section
      title="What was changed or refused"
      hasLine
      action={report.detailsKey !== null && <DownloadLines importId={details.id} />}
    >
      <div className="grid grid-cols-1 gap-6">
        {isClean && <Notice tone="done">Every value could be read as it was meant.</Notice>}
        {report.refused.length > 0 && (
          <ul className="divide-y border-y">
            {report.refused.map(({ reason, count }) => (
              <li key={reason} className="flex justify-between gap-4 py-2.5">
                <span className="min-w-0 wrap-anywhere">{reason}</span>
                <span className="shrink-0 text-ink-2 tabular-nums">{countedText(count, "row")}</span>
              </li>
            ))}
          </ul>
        )}
        {report.traits && <Changed traits={report.traits} />}
        <ReportColumns columns={report.columns} rows={report.rows} />
        <p>
          <ButtonLink href={importPath(slug)}>Import another file</ButtonLink>
        </p>
      </div>
    </Section>
  );
}

/** Rules may speak of what isn’t there any more, or is something else now. */
function Changed({ traits }: { readonly traits: TraitChanges }) {
  const { appeared, vanished, retyped } = traits;
  const words = [
    ...(vanished.length > 0
      ? [`No longer there: ${vanished.join(", ")}. Rules that ask for them say so, and count nobody by them.`]
      : []),
    ...retyped.map(
      ({ label, from, to }) =>
        `“${label}” was ${TRAIT_TYPES[from].toLowerCase()} and is ${TRAIT_TYPES[to].toLowerCase()} now. Rules that ask for it must be changed.`,
    ),
    ...(appeared.length > 0 ? [`New: ${appeared.join(", ")}.`] : []),
  ];
  if (words.length === 0) return null;
  return (
    <Notice tone={vanished.length + retyped.length > 0 ? "due" : "info"} title="Against the snapshot before">
      <ul className="grid grid-cols-1 gap-1">
        {words.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

function DownloadLines({ importId }: { readonly importId: string }) {
  const { id: workspaceId } = useWorkspace();
  const client = useTRPCClient();
  const get = useMutation({
    mutationFn: () => client.datasets.importLines.query({ workspaceId, importId }),
    onSuccess: ({ fileName, csv }) => save(fileName, csv),
  });
  return (
    <div className="grid justify-items-end gap-1">
      <Button
        icon={<Download aria-hidden="true" className="size-4" />}
        pending={get.isPending}
        onClick={() => get.mutate()}
      >
        Download line by line
      </Button>
      {get.isError && <p className="text-small text-stale">{refusal(get.error).message}</p>}
    </div>
  );
}

/** Hands it over as a file, as if it had been a link. */
function save(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; a revoked address would break it off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
