"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { RadioGroup } from "@/ui/choice-group";
import { Field } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { ApprovalPolicy } from "../policy-rules";
import { MAX_APPROVALS } from "../policy-rules";
import { useWorkspace } from "./workspace-context";

const COUNTS = Array.from({ length: MAX_APPROVALS }, (_, at) => {
  const count = at + 1;
  return { value: String(count), label: count === 1 ? "1 approval" : `${count} approvals` };
});

/** What publishing asks for in this workspace. */
export function PolicyForm() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: kept } = useSuspenseQuery(trpc.policies.approval.queryOptions({ workspaceId }));
  const [changed, setChanged] = useState<ApprovalPolicy | null>(null);
  const policy = changed ?? kept;
  const save = useMutation(
    trpc.policies.change.mutationOptions({
      onSuccess: async () => {
        // What documents ask for changes with it.
        await queries.invalidateQueries();
        setChanged(null);
        toast("Saved.");
      },
    }),
  );
  const isChanged = policy.needed !== kept.needed || policy.by !== kept.by;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending) save.mutate({ workspaceId, approval: policy });
  };
  return (
    <Section title="Publishing">
      <form onSubmit={submit} className="grid gap-6">
        <RadioGroup
          legend="Who decides?"
          value={policy.needed === 0 ? "direct" : "approved"}
          onValueChange={(value) =>
            setChanged({ ...policy, needed: value === "direct" ? 0 : Math.max(1, policy.needed || kept.needed) })
          }
          choices={[
            { value: "direct", label: "Editors publish directly", hint: "Whoever may edit may also publish." },
            {
              value: "approved",
              label: "Editors publish after approval",
              hint: "Others approve the very draft. Any edit afterwards takes the approvals back.",
            },
          ]}
        />
        {policy.needed > 0 && (
          <>
            <Field label="How many?" hint="The person who asks can’t approve.">
              <Select
                options={COUNTS}
                value={String(policy.needed)}
                onValueChange={(value) => setChanged({ ...policy, needed: Number(value) })}
              />
            </Field>
            <RadioGroup
              legend="By whom?"
              value={policy.by}
              onValueChange={(by) => setChanged({ ...policy, by })}
              choices={[
                {
                  value: "reviewers",
                  label: "Anybody who may review",
                  hint: "Reviewers, editors, admins and owners. Where verifiers are named, these are asked first.",
                },
                {
                  value: "verifiers",
                  label: "The verifiers named on the document",
                  hint: "Editors name them in the document’s menu.",
                },
              ]}
            />
          </>
        )}
        <SaveRow
          isChanged={isChanged}
          isPending={save.isPending}
          problem={save.error ? refusal(save.error).message : undefined}
        />
      </form>
    </Section>
  );
}
