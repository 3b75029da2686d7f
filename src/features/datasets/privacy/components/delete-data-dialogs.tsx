"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { ConfirmDialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";
import { dataPath, datasetPath } from "../../components/data-link";
import type { DatasetSummary, SnapshotSummary } from "../../dataset-contract";
import { countedText, isoDayText } from "../../value-words-rules";

interface DeleteDialogProps {
  readonly dataset: Pick<DatasetSummary, "id" | "name">;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What stays when customer data go. */
const STAYS = "What segments measured on them stays: counts and shares, and nobody by name.";

export function DeleteDatasetDialog({ dataset, open, onClose }: DeleteDialogProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const remove = useMutation(
    trpc.datasets.delete.mutationOptions({
      onSuccess: async () => {
        router.push(dataPath(slug));
        toast(`${dataset.name} is deleted.`);
        await queries.invalidateQueries({ ...trpc.datasets.pathFilter(), refetchType: "none" });
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={`Delete ${dataset.name}?`}
      confirmLabel="Delete for good"
      tone="final"
      pending={remove.isPending}
      error={remove.error ? refusal(remove.error).message : undefined}
      onConfirm={() => remove.mutate({ workspaceId, datasetId: dataset.id })}
    >
      Every snapshot goes, with all customers in it, and nobody can bring them back. Segments that are measured on these
      data can’t be measured any more. {STAYS}
    </ConfirmDialog>
  );
}

export function DeleteSnapshotDialog({
  dataset,
  snapshot,
  open,
  onClose,
}: DeleteDialogProps & { readonly snapshot: Pick<SnapshotSummary, "id" | "asOf" | "customers"> }) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const remove = useMutation(
    trpc.datasets.deleteSnapshot.mutationOptions({
      onSuccess: async () => {
        onClose();
        router.replace(datasetPath(slug, dataset.id));
        toast("The snapshot is deleted.");
        await queries.invalidateQueries(trpc.datasets.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={`Delete the snapshot of ${isoDayText(snapshot.asOf)}?`}
      confirmLabel="Delete for good"
      tone="final"
      pending={remove.isPending}
      error={remove.error ? refusal(remove.error).message : undefined}
      onConfirm={() => remove.mutate({ workspaceId, snapshotId: snapshot.id })}
    >
      Its {countedText(snapshot.customers, "customer")} can’t be brought back. {STAYS}
    </ConfirmDialog>
  );
}
