"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { documentPath } from "../../components/document-link";
import { useDocumentRefresh } from "../../components/use-document-refresh";

/** Makes a persona that stands for the segment, with what was measured of it, and opens it. */
export function useWritePersona() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const router = useRouter();
  const refresh = useDocumentRefresh("persona");
  const create = useMutation(
    trpc.personas.createFrom.mutationOptions({
      onSuccess: async ({ documentId }) => {
        router.push(documentPath(slug, "persona", documentId));
        await refresh();
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return {
    isWriting: create.isPending,
    write: (segmentId: string) => {
      if (!create.isPending) create.mutate({ workspaceId, segmentId });
    },
  };
}
