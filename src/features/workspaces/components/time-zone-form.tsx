"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Field } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { useWorkspace } from "./workspace-context";

/** Where days of the customer data begin and end. */
export function TimeZoneForm() {
  const { id: workspaceId, timeZone, may } = useWorkspace();
  const router = useRouter();
  const trpc = useTRPC();
  const change = useMutation(
    trpc.workspaces.changeTimeZone.mutationOptions({
      onSuccess: () => {
        toast("Saved.");
        router.refresh();
      },
    }),
  );
  const [chosen, setChosen] = useState(timeZone);
  const isReadOnly = !may("workspace.configure");
  const isChanged = chosen !== timeZone;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !change.isPending) change.mutate({ workspaceId, timeZone: chosen });
  };
  // Server and browser list different zones: the whole list comes once the page is the browser's.
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => setKnown(Intl.supportedValuesOf("timeZone")), []);
  const zones = [...new Set([timeZone, chosen, "UTC", ...known])].sort();
  return (
    <Section hasLine title="Time zone" hint={isReadOnly ? "Admins and owners can change it." : undefined}>
      <form onSubmit={submit} className="grid gap-5">
        <Field
          label="Days begin and end in"
          hint="Moments in imported customer data are read in it; snapshots that are there keep theirs. Documents become due at its midnight."
        >
          <Select
            value={chosen}
            disabled={isReadOnly}
            onValueChange={setChosen}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
        </Field>
        {!isReadOnly && (
          <SaveRow
            isChanged={isChanged}
            isPending={change.isPending}
            problem={change.error ? refusal(change.error).message : undefined}
          />
        )}
      </form>
    </Section>
  );
}
