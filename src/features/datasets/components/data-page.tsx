"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { Suspense } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { OpenImports } from "../importing/components/open-imports";
import { importPath } from "./data-link";
import { DatasetTable } from "./dataset-table";

/** All datasets of the workspace, and imports that are on their way. */
export function DataPage() {
  const { slug, may } = useWorkspace();
  const mayImport = may("data.import");
  return (
    <>
      <TopBar
        crumbs={[{ label: "Customer data" }]}
        actions={
          mayImport && (
            <ButtonLink
              href={importPath(slug)}
              variant="primary"
              icon={<Upload aria-hidden="true" className="size-4" />}
            >
              Import
            </ButtonLink>
          )
        }
      />
      <Page>
        <PageTitle
          title="Customer data"
          hint={<TermHint term="snapshot" />}
          description="What segments are measured on. Each import is kept as a snapshot with its date and never changes."
        />
        {mayImport && <OpenImports />}
        <Suspense fallback={<SkeletonRows label="Loading customer data…" rows={3} />}>
          <Datasets />
        </Suspense>
      </Page>
    </>
  );
}

function Datasets() {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: datasets } = useSuspenseQuery(trpc.datasets.list.queryOptions({ workspaceId }));
  if (datasets.length > 0) return <DatasetTable datasets={datasets} />;
  return (
    <EmptyState
      title="No customer data yet"
      action={
        may("data.import") ? (
          <ButtonLink href={importPath(slug)} variant="primary">
            Import a file
          </ButtonLink>
        ) : undefined
      }
    >
      {may("data.import")
        ? "Drop an export of your shop, CRM or newsletter: a row for each customer or for each order. A minute later you see who they are, and segments show how many they hold."
        : "Once an editor has imported an export of your shop or CRM, you see here who your customers are."}
    </EmptyState>
  );
}
