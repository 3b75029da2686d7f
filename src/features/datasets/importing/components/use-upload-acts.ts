"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { importPath } from "../../components/data-link";
import type { ImportDetails } from "../import-contract";
import type { DetectedFile } from "../import-plan-rules";
import { forgetPlanWork } from "./use-plan-work";

/** What can be done with an upload: look at it again, import it, delete it. */
export function useUploadActs(details: ImportDetails, onFound: (found: DetectedFile) => void) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const queryKey = trpc.datasets.readImport.queryKey({ workspaceId, importId: details.id });
  const forget = () => {
    forgetPlanWork(details.id);
    void client.invalidateQueries({ queryKey: trpc.datasets.listImports.queryKey() });
  };
  const lookAgain = useMutation(
    trpc.datasets.detectAgain.mutationOptions({
      onSuccess: (found) => {
        onFound(found);
        client.setQueryData(queryKey, (before) => before && { ...before, detected: found });
      },
    }),
  );
  const start = useMutation(
    trpc.datasets.startImport.mutationOptions({
      onSuccess: forget,
      // Two tabs may have started it: what it is now is shown either way.
      onSettled: () => client.invalidateQueries({ queryKey }),
    }),
  );
  const discard = useMutation(
    trpc.datasets.discardUpload.mutationOptions({
      onSuccess: () => {
        forget();
        toast(`“${details.fileName}” is deleted. Nothing of it was stored.`);
        router.replace(importPath(slug) as Route);
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return { lookAgain, start, discard };
}
