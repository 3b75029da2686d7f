"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { useDocumentApi } from "./use-document-api";

/** Reads everything about a kind's documents again, after an act that changes more than a field. */
export function useDocumentRefresh(kind: KindName): () => Promise<void> {
  const trpc = useTRPC();
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.documents.pathKey() }),
      // What is made and published moves the first steps on.
      queryClient.invalidateQueries({ queryKey: trpc.today.firstSteps.pathKey() }),
    ]);
  };
}
