"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { EVENT_KINDS, EVENT_WORDS, type EventKind, MAX_EVENT_NOTE, MAX_EVENT_TITLE } from "../event-rules";
import { type Touched, TouchedDocuments } from "./touched-documents";

interface LogEventProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const KINDS = EVENT_KINDS.map((value) => ({ value, label: EVENT_WORDS[value] }));

/** What happened, when, and which documents it may touch. */
export function LogEventPart({ open, onOpenChange }: LogEventProps) {
  const { id: workspaceId, timeZone } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useId();
  const [kind, setKind] = useState<EventKind>("launch");
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [happenedOn, setHappenedOn] = useState(() => localDay(Date.now(), timeZone));
  const [touched, setTouched] = useState<readonly Touched[]>([]);
  const log = useMutation(
    trpc.businessEvents.log.mutationOptions({
      onSuccess: () => {
        const many = touched.length === 1 ? "One document is" : `${touched.length} documents are`;
        toast(`Logged. ${many} due until somebody has looked.`);
        setTitle("");
        setNote("");
        setTouched([]);
        onOpenChange(false);
        return queries.invalidateQueries(trpc.businessEvents.list.queryFilter({ workspaceId }));
      },
    }),
  );
  const refused = log.error && refusal(log.error);
  const missing =
    title.trim() === "" ? "Say what happened." : touched.length === 0 ? "Choose what it may touch." : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (missing || log.isPending) return;
    const documentIds = touched.map(({ id }) => id);
    log.mutate({ workspaceId, kind, title, note, happenedOn, documentIds });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Log an event"
      description="What it may touch is due at once, until its verifier says that it is still true or publishes a new version."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={log.isPending} disabledReason={missing}>
            Log it
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="What kind">
            <Select options={KINDS} value={kind} onValueChange={setKind} />
          </Field>
          <Field label="Day" error={refused?.fields.happenedOn}>
            <TextInput
              type="date"
              value={happenedOn}
              required
              onChange={(event) => setHappenedOn(event.target.value)}
            />
          </Field>
        </div>
        <Field label="What happened" error={refused?.fields.title}>
          <TextInput
            value={title}
            maxLength={MAX_EVENT_TITLE}
            placeholder="Delivery costs £4.95 from now on"
            required
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label="What one should know of it" isOptional error={refused?.fields.note}>
          <TextArea value={note} maxLength={MAX_EVENT_NOTE} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <TouchedDocuments touched={touched} onChange={setTouched} />
        {refused && Object.keys(refused.fields).length === 0 && <Notice tone="error">{refused.message}</Notice>}
      </form>
    </Dialog>
  );
}
