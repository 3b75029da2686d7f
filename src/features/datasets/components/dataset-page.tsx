"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { PageTitle, PageWithRail } from "@/ui/page";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { TopBar } from "@/ui/top-bar";
import type { SnapshotDetails } from "../dataset-contract";
import type { DatasetDetails } from "../dataset-read-contract";
import { DatasetMenu } from "../privacy/components/dataset-menu";
import { countedText, countText, isoDayText, retentionText, shareText } from "../value-words-rules";
import { dataPath, datasetPath, discoverPath, importPath } from "./data-link";
import { ProfileView } from "./profile-view";
import { SnapshotList } from "./snapshot-list";

interface DatasetPageProps {
  readonly datasetId: string;
  /** Whose profile is shown; null shows the newest. */
  readonly snapshotId: string | null;
}

/** A dataset: what it is for, its snapshots, and what is known of the customers in one of them. */
export function DatasetPage({ datasetId, snapshotId }: DatasetPageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: dataset } = useSuspenseQuery(trpc.datasets.read.queryOptions({ workspaceId, datasetId, snapshotId }));
  const { name, purpose, snapshots, shown } = dataset;
  const newest = snapshots.find(({ removedAt }) => removedAt === null);
  return (
    <>
      <TopBar
        crumbs={[{ label: "Customer data", href: dataPath(slug) }, { label: name }]}
        actions={
          <>
            <DatasetMenu dataset={dataset} />
            {newest && may("draft.read") && <ButtonLink href={discoverPath(slug, datasetId)}>Find groups</ButtonLink>}
            {may("data.import") && (
              <ButtonLink
                href={importPath(slug, { datasetId })}
                icon={<Upload aria-hidden="true" className="size-4" />}
                variant="primary"
              >
                Import the next snapshot
              </ButtonLink>
            )}
          </>
        }
      />
      <PageWithRail railLabel="About these data" rail={<Rail dataset={dataset} />}>
        <PageTitle title={name} description={purpose} />
        {shown && newest && shown.id !== newest.id && (
          <Notice
            className="mb-6"
            action={
              <ButtonLink size="s" href={datasetPath(slug, datasetId)}>
                Show the newest
              </ButtonLink>
            }
          >
            This is how things stood on {isoDayText(shown.asOf)}.
          </Notice>
        )}
        {shown ? <Shown snapshot={shown} /> : <Nothing datasetId={datasetId} hasNewest={newest !== undefined} />}
      </PageWithRail>
    </>
  );
}

function Shown({ snapshot }: { readonly snapshot: SnapshotDetails }) {
  const { customers, asOf, catalog } = snapshot;
  return (
    <div className="grid gap-9">
      <p>
        <span className="font-display text-display-56 tabular-nums">{countText(customers)}</span>
        <span className="block pt-1 text-ink-2">
          {customers === 1 ? "customer" : "customers"} as of {isoDayText(asOf)},{" "}
          {countedText(catalog.traits.length, "trait")}
        </span>
      </p>
      <Section title="What is known of them">
        <ProfileView key={snapshot.id} traits={catalog.traits} base={customers} noun="customer" />
      </Section>
      {catalog.events && <Events events={catalog.events} />}
    </div>
  );
}

function Events({ events }: { readonly events: NonNullable<SnapshotDetails["catalog"]["events"]> }) {
  const { count, names, properties, first, last } = events;
  return (
    <Section
      title="What they did"
      hasLine
      hint={`${countedText(count, "event")}${first && last ? `, from ${isoDayText(first)} to ${isoDayText(last)}` : ""}. Computed traits rest on them, and conditions may ask them.`}
    >
      {names.length > 1 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-4 text-ink-2">
          {names.slice(0, 12).map(({ value, count: times }) => (
            <li key={value}>
              <bdi className="text-ink">{value}</bdi> <span className="tabular-nums">{shareText(times, count)}</span>
            </li>
          ))}
        </ul>
      )}
      {properties.length > 0 && <ProfileView traits={properties} base={count} noun="event" />}
    </Section>
  );
}

function Nothing({ datasetId, hasNewest }: { readonly datasetId: string; readonly hasNewest: boolean }) {
  const { slug, may } = useWorkspace();
  if (hasNewest) {
    return (
      <EmptyState
        title="This snapshot’s data are gone"
        action={<ButtonLink href={datasetPath(slug, datasetId)}>Show the newest</ButtonLink>}
      >
        They were deleted. What segments measured on them is still there.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No data here now"
      action={may("data.import") && <ButtonLink href={importPath(slug, { datasetId })}>Import a file</ButtonLink>}
    >
      The snapshots that were here are deleted. Import the next one to go on measuring.
    </EmptyState>
  );
}

function Rail({ dataset }: { readonly dataset: DatasetDetails }) {
  const { retentionDays, snapshots, shown, createdAt } = dataset;
  return (
    <>
      <Section title="About these data">
        <dl className="grid gap-3">
          <Fact label="Each snapshot is kept for">{retentionText(retentionDays)}</Fact>
          {shown && <Fact label="Time zone of its clocks">{shown.timeZone}</Fact>}
          <Fact label="Since">
            <Time at={createdAt} />
          </Fact>
        </dl>
      </Section>
      <Section title="Snapshots">
        {snapshots.length === 0 ? (
          <p className="text-ink-2">None yet.</p>
        ) : (
          <SnapshotList snapshots={snapshots} shownId={shown?.id} />
        )}
      </Section>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-3">{label}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children}</dd>
    </div>
  );
}
