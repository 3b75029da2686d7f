"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { ClosingWorkspace } from "../workspace-contract";

/** Workspaces that one owns and that are to be deleted, each to be taken back. */
export function ClosingWorkspaces({ workspaces }: { readonly workspaces: readonly ClosingWorkspace[] }) {
  if (workspaces.length === 0) return null;
  return (
    <section aria-label="To be deleted" className="mb-8 grid gap-3">
      {workspaces.map((workspace) => (
        <Closing key={workspace.id} workspace={workspace} />
      ))}
    </section>
  );
}

function Closing({ workspace: { id, name, until } }: { readonly workspace: ClosingWorkspace }) {
  const trpc = useTRPC();
  const takeBack = useMutation(
    trpc.workspaces.takeBack.mutationOptions({
      onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <Notice
      tone="due"
      title={
        <>
          <bdi>{name}</bdi> is closed and will be deleted
        </>
      }
      action={
        <Button
          pending={takeBack.isPending || takeBack.isSuccess}
          pendingLabel="Opening it again…"
          onClick={() => takeBack.mutate({ closedWorkspaceId: id })}
        >
          Take it back<span className="sr-only"> {name}</span>
        </Button>
      }
    >
      <p>
        You can take it back until <Time at={until} isExact />. Then everything in it goes for good.
      </p>
    </Notice>
  );
}
