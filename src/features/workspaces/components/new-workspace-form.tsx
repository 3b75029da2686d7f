"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { MAX_WORKSPACE_NAME } from "@/shared/workspace-address";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { useTimeZone } from "@/ui/use-time-zone";
import { slugFromName } from "../workspace-rules";

interface Props {
  readonly submitLabel: string;
  readonly cancelHref?: string;
}

export function NewWorkspaceForm({ submitLabel, cancelHref }: Props) {
  const router = useRouter();
  const [name, setName] = useState("");
  const timeZone = useTimeZone();
  const trpc = useTRPC();
  const create = useMutation(
    trpc.workspaces.create.mutationOptions({ onSuccess: ({ slug }) => router.push(`/w/${slug}`) }),
  );
  const refused = create.error && refusal(create.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!create.isPending && !create.isSuccess) create.mutate({ name, timeZone });
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      <Field
        label="Name"
        error={refused?.fields.name}
        hint={name.trim() ? `Its address begins with /w/${slugFromName(name)}` : "Your company or team."}
      >
        <TextInput
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="organization"
          maxLength={MAX_WORKSPACE_NAME}
          required
        />
      </Field>
      {refused && !refused.fields.name && <Notice tone="error">{refused.message}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          size="l"
          // Until the new workspace's page stands.
          pending={create.isPending || create.isSuccess}
          pendingLabel="Creating the workspace…"
        >
          {submitLabel}
        </Button>
        {cancelHref && (
          <ButtonLink href={cancelHref} variant="ghost" size="l">
            Cancel
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
