"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import type { KindName } from "@/shared/document-kinds";
import { useDocumentApi } from "../../components/use-document-api";
import type { ApprovalView } from "../approval-contract";
import { approvalAt } from "../approval-view-rules";

/**
 * What publishing asks for and what of it is given, for the draft as it is on the screen; null while it isn't known.
 * An edit of one's own makes it void at once, before the server has said so.
 */
export function useApproval(
  kind: KindName,
  target: { readonly workspaceId: string; readonly documentId: string },
  draft: { readonly revision: number } | null,
): ApprovalView | null {
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  const { data } = useQuery(api.approval.queryOptions(target, { enabled: draft !== null }));
  const isBehind = draft !== null && data?.request?.isCurrent === true && data.revision < draft.revision;
  const readAgain = useEffectEvent(() => queryClient.invalidateQueries({ queryKey: api.approval.queryKey(target) }));
  useEffect(() => {
    if (isBehind) void readAgain();
  }, [isBehind]);
  return data && draft ? approvalAt(data, draft.revision) : null;
}
