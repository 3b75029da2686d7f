"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { documentPath, KIND_PLACES } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";

/** What can be done to documents from a list, each with its way back. */
export function useListActs(kind: KindName) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const { one, many } = KIND_PLACES[kind];
  const counted = (count: number) => (count === 1 ? `The ${one} is` : `${count} ${many.toLowerCase()} are`);
  const onError = (error: unknown) => toast(refusal(error).message, { tone: "error" });

  const retire = useMutation(
    api.retireMany.mutationOptions({
      onError,
      onSuccess: async ({ changed }) => {
        await refresh();
        if (changed.length === 0) return toast("They were retired already.");
        const undo = () => reopen.mutate({ workspaceId, documentIds: [...changed] });
        const where = changed.length === 1 ? "It stays" : "They stay";
        toast(`${counted(changed.length)} retired. ${where} readable, under the state “Retired”.`, {
          action: { label: "Undo", onClick: undo },
        });
      },
    }),
  );
  const reopen = useMutation(
    api.reopenMany.mutationOptions({
      onError,
      onSuccess: async ({ changed }) => {
        await refresh();
        toast(changed.length === 0 ? "They were in use already." : `${counted(changed.length)} back in use.`);
      },
    }),
  );
  const tag = useMutation(api.tag.mutationOptions({ onError, onSuccess: () => refresh() }));
  const duplicate = useMutation(
    api.duplicate.mutationOptions({
      onError,
      onSuccess: async ({ documentId }) => {
        router.push(documentPath(slug, kind, documentId));
        await refresh();
        toast("This is the copy. The original stays as it was.");
      },
    }),
  );
  return {
    isBusy: retire.isPending || reopen.isPending || tag.isPending || duplicate.isPending,
    retire: (documentIds: string[]) => retire.mutate({ workspaceId, documentIds }),
    reopen: (documentIds: string[]) => reopen.mutate({ workspaceId, documentIds }),
    tag: (documentIds: string[], change: { add?: string[]; remove?: string[] }) =>
      tag.mutate({ workspaceId, documentIds, ...change }),
    duplicate: (documentId: string) => duplicate.mutate({ workspaceId, documentId }),
  };
}
