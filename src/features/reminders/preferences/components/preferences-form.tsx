"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Card, CardList, CardRow } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { OwnPreferences } from "../preference-contract";
import { GROUP_LABELS, type MailChoice, NOTICE_GROUPS, type NoticeGroup } from "../preference-rules";
import { DigestFields, QuietFields } from "./time-fields";

const CHOICES: readonly { readonly value: MailChoice; readonly label: string }[] = [
  { value: "yes", label: "By mail at once" },
  { value: "digest", label: "In the weekly letter" },
  { value: "no", label: "In the app only" },
];

export function PreferencesForm({ own }: { readonly own: OwnPreferences }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [kept, setKept] = useState(own);
  const [{ preferences, isMailed }, setOwn] = useState(own);
  const isChanged = isMailed !== kept.isMailed || JSON.stringify(preferences) !== JSON.stringify(kept.preferences);
  const save = useMutation(
    trpc.preferences.save.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.preferences.read.queryKey({ workspaceId }), saved);
        setKept(saved);
        setOwn(saved);
        toast("Saved.");
      },
    }),
  );
  const change = (part: Partial<OwnPreferences["preferences"]>) =>
    setOwn((before) => ({ ...before, preferences: { ...before.preferences, ...part } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending) save.mutate({ workspaceId, preferences, isMailed });
  };
  return (
    <form onSubmit={submit} className="grid gap-9">
      <Section title="By mail">
        <Checkbox
          label="Send me mail from this workspace"
          hint="Without it you are told in the app only, and get no weekly letter."
          checked={isMailed}
          onChange={(event) => setOwn((before) => ({ ...before, isMailed: event.target.checked }))}
          className="pb-3"
        />
        <Card>
          <CardList>
            {NOTICE_GROUPS.map((group) => (
              <GroupRow
                key={group}
                group={group}
                value={preferences.mail[group]}
                isDisabled={!isMailed}
                onChange={(choice) => change({ mail: { ...preferences.mail, [group]: choice } })}
              />
            ))}
          </CardList>
        </Card>
      </Section>
      <QuietFields preferences={preferences} heldZone={own.heldZone} isDisabled={!isMailed} onChange={change} />
      <DigestFields preferences={preferences} isDisabled={!isMailed} onChange={change} />
      <SaveRow
        isChanged={isChanged}
        isPending={save.isPending}
        problem={save.error ? refusal(save.error).message : undefined}
      />
    </form>
  );
}

interface GroupRowProps {
  readonly group: NoticeGroup;
  readonly value: MailChoice;
  readonly isDisabled: boolean;
  readonly onChange: (choice: MailChoice) => void;
}

function GroupRow({ group, value, isDisabled, onChange }: GroupRowProps) {
  const { label, hint } = GROUP_LABELS[group];
  return (
    <CardRow>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-strong">{label}</p>
        <p className="text-small text-ink-3">{hint}</p>
      </div>
      <Select
        aria-label={label}
        options={CHOICES}
        value={value}
        disabled={isDisabled}
        onValueChange={onChange}
        className="w-48"
      />
    </CardRow>
  );
}
