"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import { ChangeRows } from "../../comparison/components/change-rows";
import { ChangedMeanwhile } from "../../comparison/components/changed-meanwhile";
import { comparePath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import { changedSince } from "../../drafts/components/seen-draft";
import type { DraftDialogProps } from "../../versions/components/publish-dialog";
import type { ApprovalRequest } from "../approval-contract";

type DecideDialogProps = Omit<DraftDialogProps, "approval"> & { readonly request: ApprovalRequest };

/** What an approver decides on, and the decision. */
export function DecideDialog({ at, seen, onSeen, request, open, onClose }: DecideDialogProps) {
  const { kind, target, draft, document, changes } = at;
  const { slug } = useWorkspace();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const [note, setNote] = useState("");
  const decide = useMutation(
    api.decide.mutationOptions({
      onSuccess: async (_, { decision }) => {
        onClose();
        await refresh();
        setNote("");
        toast(decision === "approved" ? "You approved this draft." : `${request.askedBy.name} is told what to change.`);
      },
      onError: async (error) => {
        if (["CONFLICT", "BLOCKED"].includes(refusal(error).code)) await refresh();
      },
    }),
  );
  const meanwhile = open && !decide.isPending ? changedSince(seen, at) : null;
  const failure = decide.isError ? refusal(decide.error) : null;
  const stale = meanwhile || !request.isCurrent ? "The draft has changed since approval was asked for." : undefined;
  const act = (decision: "approved" | "changes-asked") =>
    decide.mutate({ ...target, revision: draft.revision, decision, note });
  const from = document.currentVersion;
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="l"
      title={`Approve v${(from ?? 0) + 1}?`}
      description={`${request.askedBy.name} asks for approval${request.note ? `: “${request.note}”` : "."}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            pending={decide.isPending}
            disabledReason={stale ?? (note.trim() ? undefined : "Say below what should change.")}
            onClick={() => act("changes-asked")}
          >
            Ask for changes
          </Button>
          <Button variant="primary" pending={decide.isPending} disabledReason={stale} onClick={() => act("approved")}>
            Approve
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {meanwhile && <ChangedMeanwhile {...meanwhile} onSeen={() => [onSeen(), decide.reset()]} />}
        {failure && !meanwhile && <Notice tone="error">{failure.message}</Notice>}
        {from === null ? (
          <p className="text-ink-2">This will be the first version: you decide on the draft as a whole.</p>
        ) : (
          <section aria-label={`Changes since v${from}`} className="grid gap-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-semibold">Changes since v{from}</h3>
              <Link
                href={comparePath(slug, kind, target.documentId, { from, to: "draft" })}
                className="text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
              >
                Compare in full
              </Link>
            </div>
            <ChangeRows changes={changes} />
          </section>
        )}
        <Field label="A word to it" hint="Needed when you ask for changes.">
          <TextArea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
