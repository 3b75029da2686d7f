"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import type { LinkedDocument } from "../link-contract";

export interface LinkCards {
  /** The document as it is now; undefined where it isn't known (yet). */
  readonly get: (id: string) => LinkedDocument | undefined;
  /** Whether the server was asked and knows of no such document that the person may see. */
  readonly isMissing: (id: string) => boolean;
}

/** What documents that are linked to look like now. Asked in one go. */
export function useLinkCards(ids: readonly string[]): LinkCards {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const documentIds = [...new Set(ids)].sort();
  const { data } = useQuery(
    trpc.documents.linkCards.queryOptions(
      { workspaceId, documentIds },
      // What was known stays while another link is looked up.
      { enabled: documentIds.length > 0, placeholderData: (before) => before },
    ),
  );
  return useMemo(() => {
    const known = new Map((data ?? []).map((document) => [document.id, document]));
    return { get: (id) => known.get(id), isMissing: (id) => data !== undefined && !known.has(id) };
  }, [data]);
}
