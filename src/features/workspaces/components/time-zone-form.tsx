"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Field } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { useWorkspace } from "./workspace-context";

/** Where days of the customer data begin and end; saved as soon as another zone is chosen. */
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
  // Server and browser list different zones: the whole list comes once the page is the browser's.
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => setKnown(Intl.supportedValuesOf("timeZone")), []);
  const zones = [...new Set([timeZone, "UTC", ...known])].sort();
  return (
    <Section title="Time zone" hint={may("workspace.configure") ? undefined : "Admins and owners can change it."}>
      <Field
        label="Days begin and end in"
        hint="Moments in imported customer data are read in it; snapshots that are there keep theirs. Documents become due at its midnight."
        error={change.error ? refusal(change.error).message : undefined}
      >
        <Select
          value={change.isPending ? change.variables.timeZone : timeZone}
          disabled={!may("workspace.configure") || change.isPending}
          onValueChange={(zone) => change.mutate({ workspaceId, timeZone: zone })}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </Field>
    </Section>
  );
}
