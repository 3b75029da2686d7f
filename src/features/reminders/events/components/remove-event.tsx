"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { IconButton } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";

/** Takes back what was logged in error. */
export function RemoveEvent({ id, title }: { readonly id: string; readonly title: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.businessEvents.remove.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast("Removed, and its marks with it.");
        return queries.invalidateQueries(trpc.businessEvents.list.queryFilter({ workspaceId }));
      },
    }),
  );
  return (
    <>
      <IconButton
        size="s"
        label={`Remove ${title}`}
        icon={<Trash2 aria-hidden="true" className="size-4" />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Remove “${title}”?`}
        confirmLabel="Remove the event"
        pending={remove.isPending}
        error={remove.error ? refusal(remove.error).message : undefined}
        onConfirm={() => remove.mutate({ workspaceId, eventId: id })}
      >
        Documents that are due because of it alone are fresh again, as if it had not been logged.
      </ConfirmDialog>
    </>
  );
}
