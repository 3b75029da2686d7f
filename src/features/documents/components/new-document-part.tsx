"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import type { ListedTemplate } from "../portable/portable-contract";
import { documentPath, KIND_PLACES } from "./document-link";
import { useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

const BLANK = "";

export interface NewDocumentDialogProps {
  readonly kind: KindName;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function NewDocumentPart({ kind, open, onOpenChange }: NewDocumentDialogProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [title, setTitle] = useState("");
  const [template, setTemplate] = useState(BLANK);
  const templates = useQuery(api.templates.queryOptions({ workspaceId }, { enabled: open, staleTime: Infinity }));
  const create = useMutation(
    api.create.mutationOptions({
      onSuccess: async ({ documentId }) => {
        router.push(documentPath(slug, kind, documentId));
        await refresh();
        onOpenChange(false);
        setTitle("");
        setTemplate(BLANK);
      },
    }),
  );
  const { one } = KIND_PLACES[kind];
  const listed = templates.data ?? [];
  const choose = (key: string) => {
    const nameOf = (wanted: string) => listed.find((one) => one.key === wanted)?.title ?? "";
    // A name that somebody typed stays; one that was proposed follows the choice.
    if (title === nameOf(template)) setTitle(nameOf(key));
    setTemplate(key);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`New ${one}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={create.isPending}>
            Create {one}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (create.isPending) return;
          create.mutate({ workspaceId, title, ...(template !== BLANK && { template }) });
        }}
      >
        <Field
          label="Name"
          hint={kind === "persona" ? "A made-up name; never a real customer's." : "What the team will call it."}
          error={create.isError ? refusal(create.error).message : undefined}
        >
          <TextInput
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            required
            maxLength={120}
            autoComplete="off"
          />
        </Field>
        <TemplateChoice kind={kind} templates={listed} chosen={template} onChoose={choose} />
      </form>
    </Dialog>
  );
}

interface TemplateChoiceProps {
  readonly kind: KindName;
  readonly templates: readonly ListedTemplate[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Blank first; the others as cards with the line that says whom they are for. */
function TemplateChoice({ kind, templates, chosen, onChoose }: TemplateChoiceProps) {
  const name = useId();
  const choices = [
    { key: BLANK, label: "Blank", line: kind === "scenario" ? "The headings of a story." : "Every field empty." },
    ...templates,
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-strong">Start from</legend>
      <div className="grid max-h-[44vh] gap-2 overflow-y-auto p-1 -m-1 sm:grid-cols-2">
        {choices.map(({ key, label, line }) => (
          <label
            key={key}
            className="grid cursor-pointer content-start gap-0.5 rounded-m border bg-surface px-3 py-2.5 hover:border-line-strong has-checked:border-ink has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <span className="flex items-start gap-2">
              <input
                type="radio"
                name={name}
                checked={chosen === key}
                onChange={() => onChoose(key)}
                className="mt-[3px] size-4 shrink-0 accent-ink"
              />
              <span className="font-medium">{label}</span>
            </span>
            <span className="ps-6 text-small text-ink-2">{line}</span>
          </label>
        ))}
      </div>
      <p className="mt-2 text-small text-ink-3">
        {kind === "scenario"
          ? "What a template says is a beginning: write over it."
          : "What a template says are assumptions, marked as such until you know better."}
      </p>
    </fieldset>
  );
}
