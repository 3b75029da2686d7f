"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Field, TextInput } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import type { Me } from "../account-contract";

export function ProfileSection({ me }: { readonly me: Me }) {
  const [name, setName] = useState(me.name);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const rename = useMutation(
    trpc.accounts.rename.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.accounts.me.pathFilter());
        toast("Saved.");
        // The frame around other pages shows the name too.
        router.refresh();
      },
    }),
  );
  const refused = rename.error && refusal(rename.error);
  const isChanged = name.trim() !== me.name;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged && !rename.isPending) rename.mutate({ name });
  }

  return (
    <Section title="Name" hint="How others see you in your workspaces.">
      <form onSubmit={submit} className="grid max-w-[420px] gap-4">
        <Field label="Name" isLabelHidden error={refused?.fields.name}>
          <TextInput
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={80}
            required
          />
        </Field>
        <SaveRow
          isChanged={isChanged}
          isPending={rename.isPending}
          problem={refused && !refused.fields.name ? refused.message : undefined}
        />
      </form>
    </Section>
  );
}
