"use client";
import { useMutation } from "@tanstack/react-query";
import { Fragment, type ReactNode, useId, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { ApprovalView } from "../../approvals/approval-contract";
import { ChangeRows } from "../../comparison/components/change-rows";
import { ChangedMeanwhile } from "../../comparison/components/changed-meanwhile";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import { changedSince, type DraftAtHand, type SeenDraft } from "../../drafts/components/seen-draft";
import { publishBlocks } from "../lifecycle-rules";
import { type ChangeReason, changedPlaces, REASON_OPTIONS, VERSION_REASON_WORDS } from "../version-reason-rules";
import { useSettled } from "./use-settled";

const UNSAVED = "Your last changes are not saved yet.";

export interface DraftDialogProps {
  readonly at: DraftAtHand;
  readonly approval: ApprovalView | null;
  readonly seen: SeenDraft;
  /** What was written last is on its way to the server and back. */
  readonly isSettling?: boolean | undefined;
  /** The person has read what changed meanwhile. */
  readonly onSeen: () => void;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shows what will be published and asks what is new and why; what changes meanwhile is shown before it goes on. */
export function PublishDialog(props: DraftDialogProps & { readonly before?: ReactNode }) {
  const { at, approval, seen, isSettling = false, onSeen, open, onClose, before } = props;
  const { kind, target, draft, document, changes } = at;
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const readSettled = useSettled(draft);
  const [isUnsaved, setUnsaved] = useState(false);
  const [note, setNote] = useState("");
  const [reason, setReason] = useState<ChangeReason>("new-evidence");
  const [own, setOwn] = useState<Readonly<Record<string, ChangeReason>>>({});
  const publish = useMutation(
    api.publish.mutationOptions({
      onSuccess: async ({ number }) => {
        onClose();
        await refresh();
        setNote("");
        setOwn({});
        toast(`${document.title} v${number} is published.`.trimStart());
      },
      onError: async (error) => {
        if (refusal(error).code !== "CONFLICT") return;
        await readSettled();
        await refresh();
      },
    }),
  );
  const nextNumber = (document.currentVersion ?? 0) + 1;
  const meanwhile = open && !isSettling && !publish.isPending ? changedSince(seen, at) : null;
  const [block] = publishBlocks({
    isRetired: document.retired !== null,
    currentVersion: document.currentVersion,
    isChanged: changes.length > 0,
    missing: at.missing,
    approvals: { needed: approval?.policy.needed ?? 0, given: approval?.given ?? 0 },
  });
  const failure = publish.isError ? refusal(publish.error) : null;
  const submit = async () => {
    if (publish.isPending || meanwhile) return;
    // What the person sees must be on the server before it is frozen; the revision then names exactly that.
    const settled = await readSettled();
    setUnsaved(settled === null);
    // What somebody wrote meanwhile is shown now, and read before it goes out.
    if (!settled || changedSince(seen, { ...at, draft: { ...draft, content: settled.content } })) return;
    const places = changedPlaces(changes);
    const reasons = Object.entries(own)
      .filter(([place]) => places.has(place))
      .map(([place, one]) => ({ place, reason: one }));
    publish.mutate({ ...target, revision: settled.revision, note, ...(nextNumber > 1 && { reason, reasons }) });
  };
  const disabledReason = meanwhile
    ? "Read what changed meanwhile first."
    : isSettling
      ? "What was written last is being read."
      : (block?.message ?? (draft.save.state === "saved" ? undefined : UNSAVED));
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="l"
      title={`Publish v${nextNumber}`}
      description="A version never changes again. Everybody in the workspace can read it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={publish.isPending}
            disabledReason={disabledReason}
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
        {meanwhile ? (
          <ChangedMeanwhile
            {...meanwhile}
            isAllPublished={changes.length === 0}
            onSeen={() => [onSeen(), publish.reset()]}
          />
        ) : (
          failure && <Notice tone="error">{failure.message}</Notice>
        )}
        {isUnsaved && <Notice tone="error">{UNSAVED} Look at the top of the page, then try again.</Notice>}
        {nextNumber === 1 && (
          <p className="text-ink-2">
            The draft stays, and you go on writing in it. What you publish now can be read, quoted and compared as v1
            for good.
          </p>
        )}
        {open && !isSettling && <Fragment key={draft.revision}>{before}</Fragment>}
        <Field label="What is new?">
          <TextArea value={note} required maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {nextNumber > 1 && changes.length > 0 && (
          <>
            <Field label="Why did it change?" hint="Holds for every change that has no other reason below.">
              <Select options={REASON_OPTIONS} value={reason} onValueChange={setReason} />
            </Field>
            <section aria-label={`Changes since v${nextNumber - 1}`} className="grid gap-3">
              <h3 className="font-semibold">
                {changes.length === 1 ? "1 field changed" : `${changes.length} fields changed`} since v{nextNumber - 1}
              </h3>
              <ChangeRows
                changes={changes}
                note={(place, label) => (
                  <Select
                    aria-label={`Why: ${label}`}
                    className="mt-1.5 max-w-full"
                    options={[{ value: "", label: `As above: ${VERSION_REASON_WORDS[reason]}` }, ...REASON_OPTIONS]}
                    value={own[place] ?? ""}
                    onValueChange={(chosen) =>
                      setOwn(({ [place]: _, ...others }) => (chosen === "" ? others : { ...others, [place]: chosen }))
                    }
                  />
                )}
              />
            </section>
          </>
        )}
      </form>
    </Dialog>
  );
}
