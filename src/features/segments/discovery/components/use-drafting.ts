"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { documentPath, listPath } from "@/features/documents/components/document-link";
import { useDocumentRefresh } from "@/features/documents/components/use-document-refresh";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";

/** What a segment is made of. */
export interface Finding {
  readonly title: string;
  readonly summary: string;
  readonly match: "all" | "any";
  readonly rows: readonly RuleRow[];
}

/** Makes drafts of findings, and goes there. */
export function useDrafting(datasetId: string) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  const refresh = useDocumentRefresh("segment");
  const make = useMutation(
    useTRPC().segments.draftSegments.mutationOptions({
      onSuccess: async ({ documentIds }) => {
        const [only] = documentIds;
        const isOne = documentIds.length === 1 && only !== undefined;
        router.push(isOne ? documentPath(slug, "segment", only) : listPath(slug, "segment"));
        toast(isOne ? "The segment is there, as a draft." : `${documentIds.length} segments are there, as drafts.`);
        await refresh();
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return {
    isPending: make.isPending,
    make: (findings: readonly Finding[]) => {
      if (make.isPending || findings.length === 0) return;
      const segments = findings.map(({ rows, ...finding }) => ({
        ...finding,
        rows: rows.map(({ id, node, within }) => ({ id, node, within })),
      }));
      make.mutate({ workspaceId, datasetId, segments });
    },
  };
}
