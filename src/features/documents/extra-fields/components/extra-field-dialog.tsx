"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { ExtraField } from "../extra-field-contract";
import { EXTRA_FIELD_SHAPES, type ExtraFieldShape, MAX_EXTRA_HINT, MAX_EXTRA_LABEL } from "../extra-field-rules";

interface ExtraFieldDialogProps {
  readonly kind: KindName;
  /** Null for a new one. */
  readonly field: ExtraField | null;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const SHAPES = Object.entries(EXTRA_FIELD_SHAPES).map(([value, label]) => ({ value: value as ExtraFieldShape, label }));

/** Names a field and says what to write in it. What it holds is decided once: documents may use it already. */
export function ExtraFieldDialog({ kind, field, open, onOpenChange }: ExtraFieldDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useId();
  const [label, setLabel] = useState(field?.label ?? "");
  const [hint, setHint] = useState(field?.hint ?? "");
  const [shape, setShape] = useState<ExtraFieldShape>("text");
  const done = {
    onSuccess: () => {
      toast(field ? "Saved." : `${label.trim()} is offered on every ${kind} from now on.`);
      onOpenChange(false);
      if (!field) {
        setLabel("");
        setHint("");
      }
      return queries.invalidateQueries(trpc.extraFields.list.queryFilter({ workspaceId }));
    },
  };
  const add = useMutation(trpc.extraFields.add.mutationOptions(done));
  const change = useMutation(trpc.extraFields.change.mutationOptions(done));
  const error = add.error ?? change.error;
  const refused = error && refusal(error);
  const isAtLabel = refused?.details.field === "label" || refused?.fields.label !== undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (label.trim() === "") return;
    if (field) change.mutate({ workspaceId, fieldId: field.id, label, hint });
    else add.mutate({ workspaceId, kind, shape, label, hint });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={field ? `Change ${field.label}` : `Add a field to ${kind}s`}
      description={field ? "Documents that use it keep the name they know it by." : undefined}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={add.isPending || change.isPending}
            disabledReason={label.trim() === "" ? "Give it a name first." : undefined}
          >
            {field ? "Save" : "Add the field"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label="Name" error={isAtLabel ? (refused?.fields.label ?? refused?.message) : undefined}>
          <TextInput
            value={label}
            maxLength={MAX_EXTRA_LABEL}
            required
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field>
        <Field label="What to write" hint="Shown as long as it is empty." isOptional>
          <TextInput value={hint} maxLength={MAX_EXTRA_HINT} onChange={(event) => setHint(event.target.value)} />
        </Field>
        {!field && (
          <Field label="It holds" hint="Text is one piece; a section holds claims, each with what it rests on.">
            <Select options={SHAPES} value={shape} onValueChange={setShape} />
          </Field>
        )}
        {refused && !isAtLabel && <Notice tone="error">{refused.message}</Notice>}
      </form>
    </Dialog>
  );
}
