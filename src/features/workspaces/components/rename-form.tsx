"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { MAX_SLUG, MAX_WORKSPACE_NAME } from "@/shared/workspace-address";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Field, TextInput } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import { useWorkspace } from "./workspace-context";

/** Name and address; for those who may not change them, to read. */
export function RenameForm() {
  const { id: workspaceId, may, ...current } = useWorkspace();
  const [name, setName] = useState(current.name);
  const [slug, setSlug] = useState(current.slug);
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const rename = useMutation(
    trpc.workspaces.rename.mutationOptions({
      onSuccess: (renamed) => {
        void queries.invalidateQueries(trpc.workspaces.listMine.pathFilter());
        setName(renamed.name);
        // A new address builds the page anew, which says enough and would lose the toast.
        if (renamed.slug !== current.slug) return router.replace(`/w/${renamed.slug}/settings`);
        toast("Saved.");
        router.refresh();
      },
    }),
  );
  const refused = rename.error && refusal(rename.error);
  const slugError = refused?.fields.slug ?? (refused?.details.field === "slug" ? refused.message : undefined);
  const isReadOnly = !may("workspace.configure");
  const isChanged = name !== current.name || slug !== current.slug;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged && !rename.isPending) rename.mutate({ workspaceId, name, slug });
  }

  return (
    <Section title="Name and address" hint={isReadOnly ? "Admins and owners can change them." : undefined}>
      <form onSubmit={submit} className="grid gap-5">
        <Field label="Name" error={refused?.fields.name}>
          <TextInput
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={MAX_WORKSPACE_NAME}
            readOnly={isReadOnly}
            required
          />
        </Field>
        <Field
          label="Address"
          error={slugError}
          hint={
            slug === current.slug
              ? "Stands in the links to everything in this workspace, after /w/."
              : `Links that begin with /w/${current.slug} stop working.`
          }
        >
          <TextInput
            value={slug}
            onChange={(event) => setSlug(event.target.value.toLowerCase().replace(/\s/g, "-"))}
            maxLength={MAX_SLUG}
            readOnly={isReadOnly}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Field>
        {!isReadOnly && (
          <SaveRow
            isChanged={isChanged}
            isPending={rename.isPending}
            problem={refused && !refused.fields.name && !slugError ? refused.message : undefined}
          />
        )}
      </form>
    </Section>
  );
}
