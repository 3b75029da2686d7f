"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { FieldChange } from "../comparison-rules";
import type { publishBlocks } from "../lifecycle-rules";
import { type ChangeReason, VERSION_REASON_WORDS } from "../version-reason-rules";
import { ComparisonView } from "./comparison-view";
import { type KindName, useDocumentApi } from "./use-document-api";
import type { LiveDraft } from "./use-draft";

interface PublishDialogProps {
  readonly kind: KindName;
  readonly target: { readonly workspaceId: string; readonly documentId: string };
  readonly draft: LiveDraft;
  readonly nextNumber: number;
  readonly changes: readonly FieldChange[];
  readonly blocks: ReturnType<typeof publishBlocks>;
  readonly onPublished: () => Promise<void>;
}

/** The button that publishes, with the dialog that shows what will be published and asks what is new. */
export function PublishButton(props: PublishDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const reason = props.blocks.map((block) => block.message).join(" ");
  return (
    <>
      <Button variant="primary" disabledReason={reason || undefined} onClick={() => setOpen(true)}>
        Publish v{props.nextNumber}
      </Button>
      <PublishDialog {...props} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}

type OpenProps = PublishDialogProps & { readonly open: boolean; readonly onOpenChange: (open: boolean) => void };

function PublishDialog({ kind, target, draft, nextNumber, changes, onPublished, open, onOpenChange }: OpenProps) {
  const api = useDocumentApi(kind);
  const form = useId();
  const [note, setNote] = useState("");
  const [reason, setReason] = useState<ChangeReason>("new-evidence");
  const publish = useMutation(
    api.publish.mutationOptions({
      onSuccess: async ({ number }) => {
        await onPublished();
        onOpenChange(false);
        setNote("");
        toast(`v${number} is published.`);
      },
    }),
  );
  const failure = publish.isError ? refusal(publish.error) : null;
  const isStale = failure?.code === "CONFLICT";
  const submit = async () => {
    if (publish.isPending) return;
    // What the person sees must be on the server before it is frozen; the revision then names exactly that.
    if (!(await draft.flush())) return;
    publish.mutate({ ...target, revision: draft.revision, note, ...(nextNumber > 1 && { reason }) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="l"
      title={`Publish v${nextNumber}`}
      description="A version never changes again. Everybody in the workspace can read it."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={publish.isPending}
            disabledReason={draft.save.state === "saved" ? undefined : "Your last changes are not saved yet."}
          >
            Publish v{nextNumber}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {failure && (
          <Notice
            tone="error"
            title={isStale ? "Somebody changed the draft meanwhile" : undefined}
            action={
              isStale && (
                <Button size="s" onClick={() => void onPublished().then(() => publish.reset())}>
                  Show the newest
                </Button>
              )
            }
          >
            {failure.message}
          </Notice>
        )}
        <Field label="What is new?">
          <TextArea value={note} required maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {nextNumber > 1 && (
          <Field label="Why did it change?">
            <Select
              options={Object.entries(VERSION_REASON_WORDS).map(([value, label]) => ({
                value: value as ChangeReason,
                label,
              }))}
              value={reason}
              onValueChange={setReason}
            />
          </Field>
        )}
        {nextNumber > 1 && (
          <details className="border-t pt-4" open={changes.length <= 3}>
            <summary className="mb-3 font-strong">
              {changes.length === 1 ? "1 field changed" : `${changes.length} fields changed`} since v{nextNumber - 1}
            </summary>
            <ComparisonView changes={changes} before={`v${nextNumber - 1}`} after="Draft" />
          </details>
        )}
      </form>
    </Dialog>
  );
}
