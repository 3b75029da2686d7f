"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { dataPath, importPath } from "../../components/data-link";
import { ImportStep } from "./import-step";
import { UploadStep } from "./upload-step";
import { onArrival } from "./upload-store";

interface ImportPageProps {
  /** The upload that one works on; null while there is none. */
  readonly importId: string | null;
  /** The dataset that gets a snapshot, when one came from its page. */
  readonly into: string | null;
}

/** A file becomes a snapshot: sent, looked at, confirmed, read. Where it stands is the server's: the page may be left. */
export function ImportPage({ importId, into }: ImportPageProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  useEffect(
    () =>
      onArrival((arrived, target) => {
        router.push(
          importPath(target.slug, {
            importId: arrived,
            ...(target.into !== null && { datasetId: target.into }),
          }) as Route,
        );
      }),
    [router],
  );
  return (
    <>
      <TopBar crumbs={[{ label: "Customer data", href: dataPath(slug) }, { label: "Import" }]} />
      <Page>
        {importId === null ? (
          <>
            <PageTitle
              title="Import customer data"
              description="An export of your shop, CRM or newsletter. It becomes a dated snapshot that segments are measured on."
            />
            <UploadStep target={{ workspaceId, slug, into }} />
          </>
        ) : (
          <ImportStep key={importId} importId={importId} into={into} />
        )}
      </Page>
    </>
  );
}
