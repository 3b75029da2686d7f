"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import { ChangeRows } from "../../comparison/components/change-rows";
import { ChangedMeanwhile } from "../../comparison/components/changed-meanwhile";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import { changedSince } from "../../drafts/components/seen-draft";
import type { DraftDialogProps } from "../../versions/components/publish-dialog";
import { useSettled } from "../../versions/components/use-settled";

/** Puts the draft forward: what approvers will decide on, and a word to them. */
export function AskApprovalDialog({ at, seen, isSettling = false, onSeen, open, onClose }: DraftDialogProps) {
  const { kind, target, draft, document, changes } = at;
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const readSettled = useSettled(draft);
  const [note, setNote] = useState("");
  const ask = useMutation(
    api.askApproval.mutationOptions({
      onSuccess: async () => {
        onClose();
        await refresh();
        setNote("");
        toast("Approval is asked for. Those who may approve have been told.");
      },
      onError: async (error) => {
        if (refusal(error).code === "CONFLICT") await refresh();
      },
    }),
  );
  const meanwhile = open && !isSettling && !ask.isPending ? changedSince(seen, at) : null;
  const failure = ask.isError ? refusal(ask.error) : null;
  const submit = async () => {
    if (ask.isPending || meanwhile) return;
    const settled = await readSettled();
    // What somebody wrote meanwhile is shown now, and read before it is put forward.
    if (!settled || changedSince(seen, { ...at, draft: { ...draft, content: settled.content } })) return;
    ask.mutate({ ...target, revision: settled.revision, note });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="l"
      title="Ask for approval"
      description="Approval holds for the draft as it is now: any edit afterwards takes it back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={ask.isPending}
            disabledReason={
              meanwhile
                ? "Read what changed meanwhile first."
                : draft.save.state === "saved"
                  ? undefined
                  : "Your last changes are not saved yet."
            }
          >
            Ask for approval
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
        {meanwhile ? (
          <ChangedMeanwhile {...meanwhile} onSeen={() => [onSeen(), ask.reset()]} />
        ) : (
          failure && <Notice tone="error">{failure.message}</Notice>
        )}
        <Field label="A word to those who approve" isOptional>
          <TextArea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {document.currentVersion !== null && (
          <section aria-label={`Changes since v${document.currentVersion}`} className="grid gap-3">
            <h3 className="font-semibold">What they decide on: the changes since v{document.currentVersion}</h3>
            <ChangeRows changes={changes} />
          </section>
        )}
      </form>
    </Dialog>
  );
}
