"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { DatasetSummary } from "../../dataset-contract";

interface ChangeDatasetDialogProps {
  readonly dataset: Pick<DatasetSummary, "id" | "name" | "purpose" | "retentionDays">;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the data are called, what they may be used for, and how long a snapshot of them is kept. */
export function ChangeDatasetDialog({ dataset, open, onClose }: ChangeDatasetDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useId();
  const [name, setName] = useState(dataset.name);
  const [purpose, setPurpose] = useState(dataset.purpose);
  const [days, setDays] = useState(String(dataset.retentionDays ?? ""));
  const change = useMutation(
    trpc.datasets.change.mutationOptions({
      onSuccess: async () => {
        onClose();
        toast("Saved.");
        await queries.invalidateQueries(trpc.datasets.pathFilter());
      },
    }),
  );
  const refused = change.error && refusal(change.error);
  const retentionDays = days.trim() === "" ? null : Number(days);
  const isShorter = retentionDays !== null && retentionDays < (dataset.retentionDays ?? Number.POSITIVE_INFINITY);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!change.isPending) change.mutate({ workspaceId, datasetId: dataset.id, name, purpose, retentionDays });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title="Name, purpose and retention"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label="Name" error={refused?.fields.name}>
          <TextInput value={name} maxLength={120} required onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="What the data may be used for" error={refused?.fields.purpose}>
          <TextArea value={purpose} maxLength={600} required onChange={(event) => setPurpose(event.target.value)} />
        </Field>
        <Field
          label="Days that a snapshot is kept"
          hint={
            isShorter
              ? "Snapshots that are older than this are deleted within the hour, for good."
              : "Left empty, a snapshot is kept until somebody deletes it."
          }
          error={refused?.fields.retentionDays}
        >
          <TextInput
            value={days}
            type="number"
            min={1}
            max={3650}
            inputMode="numeric"
            onChange={(event) => setDays(event.target.value)}
          />
        </Field>
        {refused && Object.keys(refused.fields).length === 0 && <Notice tone="error">{refused.message}</Notice>}
      </form>
    </Dialog>
  );
}
