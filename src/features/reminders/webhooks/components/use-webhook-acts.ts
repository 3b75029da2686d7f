"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";

/** What can be done to a webhook; the lists are read anew afterwards. */
export function useWebhookActs(webhookId: string) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [secret, setSecret] = useState("");
  const target = { workspaceId, webhookId };
  const after = {
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
    onError: (error: unknown) => void toast(refusal(error).message, { tone: "error" }),
  };
  const test = useMutation(trpc.webhooks.test.mutationOptions(after));
  const pause = useMutation(trpc.webhooks.pause.mutationOptions(after));
  const renew = useMutation(trpc.webhooks.renewSecret.mutationOptions(after));
  const remove = useMutation(trpc.webhooks.remove.mutationOptions(after));
  return {
    test: { isPending: test.isPending, act: () => test.mutate(target) },
    pause: { isPending: pause.isPending, act: (isPaused: boolean) => pause.mutate({ ...target, isPaused }) },
    renew: {
      isPending: renew.isPending,
      secret,
      act: (onRenewed: () => void) =>
        renew.mutate(target, {
          onSuccess: (made) => {
            setSecret(made.secret ?? "");
            onRenewed();
          },
        }),
    },
    remove: { isPending: remove.isPending, act: () => remove.mutate(target) },
  };
}
