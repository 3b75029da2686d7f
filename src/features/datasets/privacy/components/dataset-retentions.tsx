"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { datasetPath } from "../../components/data-link";
import { countedText, retentionText } from "../../value-words-rules";

/** How long each dataset keeps its snapshots; it is changed where the dataset is. */
export function DatasetRetentions() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data: datasets } = useSuspenseQuery(trpc.datasets.list.queryOptions({ workspaceId }));
  return (
    <Section hasLine title="Datasets" hint="Each keeps its snapshots for a time of its own.">
      {datasets.length === 0 ? (
        <p className="text-ink-3">There are no customer data here.</p>
      ) : (
        <ul className="divide-y border-t">
          {datasets.map(({ id, name, retentionDays, snapshots }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3">
              <Link href={datasetPath(slug, id)} className="min-w-0 font-strong wrap-anywhere underline">
                <bdi>{name}</bdi>
              </Link>
              <span className="text-ink-2">
                {retentionText(retentionDays)} · {countedText(snapshots, "snapshot")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
