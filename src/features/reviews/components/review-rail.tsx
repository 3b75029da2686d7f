"use client";
import { useQuery } from "@tanstack/react-query";
import { useDocumentApi } from "@/features/documents/components/use-document-api";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { MinutesRail } from "../minutes/components/minutes-rail";
import { TaskRail } from "../tasks/components/task-rail";
import { TrustRail } from "../trust/components/trust-rail";

interface ReviewRailProps {
  readonly kind: KindName;
  readonly documentId: string;
}

/** What reviews left behind, beside a document: what is to be done, what was decided together, and how far it is trusted. */
export function ReviewRail({ kind, documentId }: ReviewRailProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  // The page around has read it already.
  const { data } = useQuery(api.get.queryOptions({ workspaceId, documentId }));
  const version = data?.document.currentVersion ?? null;
  return (
    <>
      <TaskRail documentId={documentId} />
      <MinutesRail documentId={documentId} />
      {version !== null && <TrustRail documentId={documentId} version={version} />}
    </>
  );
}
