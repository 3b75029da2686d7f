"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import type { FirstSteps } from "../first-steps-contract";
import type { FirstStepsStanding } from "../first-steps-rules";

/** How far the workspace has come; null for who has no steps, and while it isn't known. Pages have it ahead. */
export function useFirstSteps(): FirstSteps | null {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  // Others do steps as well: whoever comes back to the tab sees it.
  const { data } = useQuery(trpc.today.firstSteps.queryOptions({ workspaceId }, { staleTime: 5_000 }));
  return data ?? null;
}

/** Putting the steps away and taking them out again, for this person; and what is said once for all. */
export function useFirstStepsActs() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { queryKey } = trpc.today.firstSteps.queryOptions({ workspaceId });
  const answered = {
    onError: (error: unknown) => toast(refusal(error).message, { tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  };
  /** Seen at once; what the server says comes after. */
  const show = (open: FirstStepsStanding, finished: FirstStepsStanding) =>
    queryClient.setQueryData(
      queryKey,
      (steps) => steps && { ...steps, standing: steps.standing === "finished" ? finished : open },
    );
  const leave = useMutation(
    trpc.today.leaveFirstSteps.mutationOptions({ ...answered, onMutate: () => void show("left", "over") }),
  );
  const resume = useMutation(
    trpc.today.resumeFirstSteps.mutationOptions({ ...answered, onMutate: () => void show("open", "finished") }),
  );
  const without = useMutation(trpc.today.goWithoutData.mutationOptions(answered));
  return {
    leave: () => leave.mutate({ workspaceId }),
    resume: () => resume.mutate({ workspaceId }),
    goWithoutData: (isWithout: boolean) => without.mutate({ workspaceId, isWithout }),
    isDeciding: without.isPending,
  };
}
