"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Field } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { keptText, LOG_DAYS, type RetentionPolicy, retentionWords, SNAPSHOT_DAYS } from "../retention-rules";
import { useWorkspace } from "./workspace-context";

const options = (choices: readonly (number | null)[]) =>
  choices.map((days) => ({ value: String(days), label: keptText(days) }));
const SNAPSHOT_OPTIONS = options(SNAPSHOT_DAYS);
const LOG_OPTIONS = options(LOG_DAYS);

/** How long things are kept where nobody says otherwise. */
export function RetentionForm() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: kept } = useSuspenseQuery(trpc.policies.retention.queryOptions({ workspaceId }));
  const [changed, setChanged] = useState<RetentionPolicy | null>(null);
  const policy = changed ?? kept;
  const save = useMutation(
    trpc.policies.changeRetention.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.policies.pathFilter());
        setChanged(null);
        toast("Saved.");
      },
    }),
  );
  const isChanged = retentionWords(policy) !== retentionWords(kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending) save.mutate({ workspaceId, retention: policy });
  };
  return (
    <Section title="How long things are kept" hint="What is over goes in the following night, and doesn’t come back.">
      <form onSubmit={submit} className="grid gap-5">
        <Field
          label="Snapshots of new datasets"
          hint="What an import proposes. A dataset that is there keeps its own time; what segments measured stays."
        >
          <Select
            className="max-w-72"
            options={SNAPSHOT_OPTIONS}
            value={String(policy.snapshotDays)}
            onValueChange={(days) => setChanged({ ...policy, snapshotDays: days === "null" ? null : Number(days) })}
          />
        </Field>
        <Field label="The log of deliveries" hint="Letters and calls that left; what still waits stays.">
          <Select
            className="max-w-72"
            options={LOG_OPTIONS}
            value={String(policy.deliveryDays)}
            onValueChange={(days) => setChanged({ ...policy, deliveryDays: Number(days) })}
          />
        </Field>
        <Field label="Notifications, once they were read" hint="What still asks somebody for something stays.">
          <Select
            className="max-w-72"
            options={LOG_OPTIONS}
            value={String(policy.noticeDays)}
            onValueChange={(days) => setChanged({ ...policy, noticeDays: Number(days) })}
          />
        </Field>
        <SaveRow
          isChanged={isChanged}
          isPending={save.isPending}
          problem={save.error ? refusal(save.error).message : undefined}
        />
      </form>
    </Section>
  );
}

const FOR_GOOD = [
  ["Published versions, and who verified them", "what people decided on has to stay readable as it was."],
  ["Drafts, comments and reviews", "until somebody deletes their document."],
  ["What segments measured", "counts and shares, no customers: drift is told from them."],
  ["The audit log", "nobody can change it, and it goes only with the workspace."],
] as const;

/** What no time ends, and why. */
export function KeptForGood() {
  return (
    <Section hasLine title="What is kept for good" hint="As long as the workspace is there.">
      <ul className="divide-y border-t">
        {FOR_GOOD.map(([what, why]) => (
          <li key={what} className="py-3">
            <span className="font-strong">{what}</span>
            <span className="text-ink-2">: {why}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
