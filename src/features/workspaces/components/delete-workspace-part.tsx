"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import type { DeletionFacts } from "../workspace-contract";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Says what goes with the workspace, and asks for its name. */
export function DeleteWorkspacePart({ open, onOpenChange }: Props) {
  const { id: workspaceId, name } = useWorkspace();
  const [typed, setTyped] = useState("");
  const formId = useId();
  const trpc = useTRPC();
  const facts = useQuery(trpc.workspaces.deletionFacts.queryOptions({ workspaceId }, { enabled: open }));
  const close = useMutation(
    trpc.workspaces.delete.mutationOptions({
      // A new page altogether, so that nothing of the workspace stays in memory.
      onSuccess: () => window.location.assign("/workspaces"),
    }),
  );
  const isNamed = typed.trim() === name;
  const problem = close.error ? refusal(close.error).message : facts.error && refusal(facts.error).message;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isNamed && !close.isPending) close.mutate({ workspaceId, name: typed });
  }

  return (
    <DialogPart
      open={open}
      onOpenChange={onOpenChange}
      title={
        <>
          Delete <bdi>{name}</bdi>?
        </>
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="accent"
            pending={close.isPending || close.isSuccess}
            pendingLabel="Closing the workspace…"
            disabledReason={isNamed ? undefined : "Type the name of the workspace first."}
          >
            Delete the workspace
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5">
        {facts.data ? <Facts facts={facts.data} /> : <SkeletonRows label="Counting what goes with it…" rows={2} />}
        <Field label="Type the name of the workspace">
          <TextInput
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={name}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        {problem && <Notice tone="error">{problem}</Notice>}
      </form>
    </DialogPart>
  );
}

function Facts({ facts }: { readonly facts: DeletionFacts }) {
  const { members, documents, versions, snapshots, customers, days } = facts;
  const counted = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  return (
    <div className="grid gap-2 text-ink-2">
      <p>With it go, for everybody:</p>
      <ul className="ms-5 list-disc">
        <li>{counted(documents, "segment, persona or scenario", "segments, personas and scenarios")}</li>
        <li>{counted(versions, "published version")}, with all comments and reviews</li>
        <li>
          {counted(snapshots, "snapshot")} of customer data with {counted(customers, "row")} of customers
        </li>
        <li>{counted(members, "membership")}, invitations, links, calendars and webhooks</li>
        <li>the audit log</li>
      </ul>
      <p>You and the other owners can take it back for {days} days, at “Your workspaces”.</p>
    </div>
  );
}
