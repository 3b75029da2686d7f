"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { documentPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";

/** The two ways back, each leading to the draft afterwards. */
export function useRestore(kind: KindName, documentId: string) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const showDraft = async (news: string) => {
    await refresh();
    router.push(documentPath(slug, kind, documentId));
    toast(news);
  };
  const onError = (error: unknown) => toast(refusal(error).message, { tone: "error" });
  const restore = useMutation(
    api.restore.mutationOptions({
      onSuccess: (_, input) => showDraft(`The draft is as v${input.number} was. What it held before is set aside.`),
      onError,
    }),
  );
  const bringBack = useMutation(
    api.bringBack.mutationOptions({ onSuccess: () => showDraft("The draft is back as it was set aside."), onError }),
  );
  return {
    isPending: restore.isPending || bringBack.isPending,
    restore: (number: number) => restore.mutate({ workspaceId, documentId, number }),
    bringBack: (restorePointId: number) => bringBack.mutate({ workspaceId, documentId, restorePointId }),
  };
}
