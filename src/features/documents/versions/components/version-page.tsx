"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { ConfirmDialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { PageWithRail } from "@/ui/page";
import { Pill } from "@/ui/pill";
import { Time } from "@/ui/time";
import { TopBar } from "@/ui/top-bar";
import { reasonWords, VersionChanges } from "../../comparison/components/version-changes";
import { DocumentGone } from "../../components/document-gone";
import { comparePath, documentPath, KIND_PLACES, listPath } from "../../components/document-link";
import { DocumentRail } from "../../components/document-rail";
import { useDocumentApi } from "../../components/use-document-api";
import { ContentProvider } from "../../drafts/components/content-context";
import { ThreadsProvider } from "../../threads/components/threads-provider";
import { FreshnessButton } from "../../verification/components/freshness-button";
import { restoreBlocks } from "../lifecycle-rules";
import { useRestore } from "./use-restore";

export interface VersionPageProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly number: number;
  readonly sheet: ReactNode;
}

/** One version as it was published. */
export function VersionPage({ kind, documentId, number, sheet }: VersionPageProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const api = useDocumentApi(kind);
  const { data, error } = useSuspenseQuery(api.get.queryOptions({ workspaceId, documentId }));
  const { data: version } = useSuspenseQuery(api.version.queryOptions({ workspaceId, documentId, number }));
  const restore = useRestore(kind, documentId);
  const [isAsking, setAsking] = useState(false);
  if (error && refusal(error).code === "NOT_FOUND") return <DocumentGone kind={kind} />;
  const current = data.document.currentVersion;
  const isNewest = number === current;
  const [block] = restoreBlocks({ isRetired: data.document.retired !== null });
  return (
    <ThreadsProvider documentId={documentId} version={number}>
      <TopBar
        crumbs={[
          { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
          { label: data.document.title, href: documentPath(slug, kind, documentId) },
          { label: `v${number}` },
        ]}
        actions={
          <>
            {current !== null && !isNewest && (
              <ButtonLink href={comparePath(slug, kind, documentId, { from: number, to: current })}>
                Compare with v{current}
              </ButtonLink>
            )}
            {may("document.restore") && (
              <Button disabledReason={block?.message} onClick={() => setAsking(true)}>
                Restore as draft
              </Button>
            )}
          </>
        }
      >
        {isNewest && <FreshnessButton of={data.document} />}
        <Pill>{isNewest ? "Current version" : `Earlier version, replaced by v${current}`}</Pill>
      </TopBar>
      <PageWithRail
        railLabel="History"
        rail={<DocumentRail kind={kind} documentId={documentId} shown={number} content={version.content} />}
      >
        <Notice className="mb-4" title={version.note}>
          Published <Time at={version.publishedAt} isExact /> by {version.author.name}.{" "}
          {version.approvers.length > 0 && `Approved by ${version.approvers.map(({ name }) => name).join(" and ")}. `}
          {reasonWords(version.reason)}. A version never changes.
        </Notice>
        {number > 1 && <VersionChanges kind={kind} documentId={documentId} version={version} />}
        <ContentProvider content={version.content} edit={null}>
          {sheet}
        </ContentProvider>
      </PageWithRail>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Make the draft as v${number} was?`}
        confirmLabel={`Restore v${number} as draft`}
        pending={restore.isPending}
        onConfirm={() => restore.restore(number)}
      >
        Nothing is lost: unpublished changes of today's draft are set aside under Versions and can be brought back. What
        is published stays as it is until you publish again.
      </ConfirmDialog>
    </ThreadsProvider>
  );
}
