"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dataPath, datasetPath } from "@/features/datasets/components/data-link";
import { countedText, isoDayText } from "@/features/datasets/value-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { FoundationsSection } from "./foundations-section";
import { GroupsSection } from "./groups-section";
import { type ChosenRoles, ValueSection } from "./value-section";

/** What is to be found in customer data before anybody has asked: groups that can become segments. */
export function DiscoverPage({ datasetId }: { readonly datasetId: string }) {
  const { id: workspaceId, slug } = useWorkspace();
  const input = { workspaceId, datasetId, snapshotId: null };
  const { data: dataset } = useSuspenseQuery(useTRPC().datasets.read.queryOptions(input));
  const [chosen, setChosen] = useState<ChosenRoles>({ recency: null, orders: null, money: null });
  const { name, shown } = dataset;
  return (
    <>
      <TopBar
        crumbs={[
          { label: "Customer data", href: dataPath(slug) },
          { label: name, href: datasetPath(slug, datasetId) },
          { label: "Find groups" },
        ]}
      />
      <Page>
        <PageTitle
          title="Find groups"
          description={
            shown
              ? `In ${countedText(shown.customers, "customer")} of “${name}”, as of ${isoDayText(shown.asOf)}. What you make of them is a draft with a rule that you can change.`
              : undefined
          }
        />
        {shown ? (
          <div className="grid gap-9">
            <ValueSection datasetId={datasetId} chosen={chosen} onChoose={setChosen} />
            <FoundationsSection datasetId={datasetId} chosen={chosen} />
            <GroupsSection datasetId={datasetId} />
          </div>
        ) : (
          <EmptyState
            title="There is nothing to look at yet"
            action={<ButtonLink href={datasetPath(slug, datasetId)}>Go to the data</ButtonLink>}
          >
            Import a snapshot of these customers first.
          </EmptyState>
        )}
      </Page>
    </>
  );
}
