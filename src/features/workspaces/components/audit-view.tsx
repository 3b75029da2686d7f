"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useDeferredValue, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import type { AuditAction } from "../audit-contract";
import { AUDIT_ACTION_LABELS } from "../audit-rules";
import { AuditEntries, type AuditFilter } from "./audit-entries";
import { useWorkspace } from "./workspace-context";

const ACTION_CHOICES = [
  { value: "", label: "Everything" },
  ...Object.entries(AUDIT_ACTION_LABELS).map(([value, label]) => ({ value, label })),
];

export function AuditView() {
  const [filter, setFilter] = useState<AuditFilter>({});
  // The entries shown stay, dimmed, while others are fetched.
  const shown = useDeferredValue(filter);
  return (
    <Section title="Newest first" hint="Entries are never changed or deleted.">
      <div className="flex flex-wrap gap-3 pb-4">
        <Field label="What happened" className="min-w-0 flex-1 basis-48">
          <Select
            options={ACTION_CHOICES}
            value={filter.action ?? ""}
            onValueChange={(value) => setFilter(({ userId }) => makeFilter(value, userId))}
          />
        </Field>
        <Suspense fallback={<PersonFilter people={[]} value="" onChange={() => {}} />}>
          <People value={filter.userId ?? ""} onChange={(id) => setFilter(({ action }) => makeFilter(action, id))} />
        </Suspense>
      </div>
      <Card>
        <Suspense fallback={<SkeletonRows label="Loading the audit log…" rows={8} />}>
          <AuditEntries filter={shown} isStale={shown !== filter} />
        </Suspense>
      </Card>
    </Section>
  );
}

/** "" stands for no condition. */
function makeFilter(action: string | undefined, userId: string | undefined): AuditFilter {
  return { ...(action && { action: action as AuditAction }), ...(userId && { userId }) };
}

interface PeopleProps {
  readonly value: string;
  readonly onChange: (userId: string) => void;
}

function People(props: PeopleProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.audit.listPeople.queryOptions({ workspaceId }));
  return <PersonFilter {...props} people={people} />;
}

interface PersonFilterProps extends PeopleProps {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
}

function PersonFilter({ people, value, onChange }: PersonFilterProps) {
  const options = [
    { value: "", label: "Anybody" },
    ...people.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <Field label="By or about" className="min-w-0 flex-1 basis-48">
      <Select options={options} value={value} onValueChange={onChange} />
    </Field>
  );
}
