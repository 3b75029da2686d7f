"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { useDocumentRefresh } from "../../components/use-document-refresh";

/** Reads anew what follows from a change of a document's cadence. */
export function useVerificationRefresh(kind: KindName): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useDocumentRefresh(kind);
  return async () => {
    await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: trpc.verification.pathKey() })]);
  };
}
