"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import type { ExtraField } from "../extra-field-contract";

const NONE: readonly ExtraField[] = [];

/** What the workspace added to this kind and still offers; nothing until it is known. */
export function useAddedDefinitions(kind: KindName): readonly ExtraField[] {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const { data = NONE } = useQuery(
    trpc.extraFields.list.queryOptions({ workspaceId }, { enabled: may("draft.edit"), staleTime: 60_000 }),
  );
  return data.filter((field) => field.kind === kind && !field.isWithdrawn);
}
