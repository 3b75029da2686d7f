"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { documentPath } from "../../components/document-link";
import { useDocumentRefresh } from "../../components/use-document-refresh";

/** Makes a scenario that the persona leads, at its version of today, and opens it. */
export function useWriteScenario() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const router = useRouter();
  const refresh = useDocumentRefresh("scenario");
  const create = useMutation(
    trpc.scenarios.createFor.mutationOptions({
      onSuccess: async ({ documentId }) => {
        router.push(documentPath(slug, "scenario", documentId));
        await refresh();
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return {
    isWriting: create.isPending,
    write: (personaId: string) => {
      if (!create.isPending) create.mutate({ workspaceId, personaId });
    },
  };
}
