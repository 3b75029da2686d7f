"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import type { AgendaDocument, AgendaSource, SuggestedItem } from "../plan-contract";

const SOURCES: readonly { readonly value: AgendaSource; readonly label: string; readonly none: string }[] = [
  { value: "overdue", label: "Overdue", none: "Nothing is overdue." },
  { value: "drifting", label: "Drifting or contradicted", none: "Nothing drifts." },
  { value: "people", label: "Of the people asked to come", none: "They own and verify nothing that isn’t listed." },
  { value: "all", label: "All documents", none: "There is no other document." },
];

export interface AgendaPickerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What is on the agenda already. */
  readonly takenIds: readonly string[];
  readonly participantIds: readonly string[];
  readonly onAdd: (documents: readonly AgendaDocument[]) => void;
}

export function AgendaPickerPart({ open, onOpenChange, takenIds, participantIds, onAdd }: AgendaPickerProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const [source, setSource] = useState<AgendaSource>("overdue");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<string, SuggestedItem>>(new Map());
  const wanted = useDeferredValue(text.trim());
  const people = source === "people" ? [...participantIds] : [];
  const { data, error } = useQuery(
    trpc.reviews.suggest.queryOptions(
      { workspaceId, source, text: wanted, participantIds: people },
      { enabled: open, placeholderData: (before) => before },
    ),
  );
  const offered = (data ?? []).filter(({ documentId }) => !takenIds.includes(documentId));
  const toggle = (items: readonly SuggestedItem[], isChosen: boolean) => {
    const next = new Map(chosen);
    for (const item of items) isChosen ? next.set(item.documentId, item) : next.delete(item.documentId);
    setChosen(next);
  };
  const close = (isOpen: boolean) => {
    if (!isOpen) setChosen(new Map());
    onOpenChange(isOpen);
  };
  const add = () => {
    onAdd([...chosen.values()].map(({ owner: _, dueOn: __, ...document }) => document));
    close(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Add documents to the agenda"
      footer={
        <>
          <Button onClick={() => close(false)}>Cancel</Button>
          <Button
            variant="primary"
            onClick={add}
            disabledReason={chosen.size === 0 ? "Choose at least one document." : undefined}
          >
            {chosen.size < 2 ? "Add it" : `Add ${chosen.size}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-4">
          <Field label="Which">
            <Select options={SOURCES} value={source} onValueChange={setSource} />
          </Field>
          <Field label="Name" isOptional className="grow">
            <TextInput maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        </div>
        {error && <Notice tone="error">{refusal(error).message}</Notice>}
        {!data && !error && <SkeletonRows label="Loading documents…" rows={4} />}
        {data && offered.length === 0 && (
          <p className="text-ink-3">
            {wanted ? "No document has these words in its name." : SOURCES.find((one) => one.value === source)?.none}
          </p>
        )}
        {offered.length > 1 && (
          <Checkbox
            label={`All ${offered.length}`}
            checked={offered.every(({ documentId }) => chosen.has(documentId))}
            onChange={(event) => toggle(offered, event.target.checked)}
          />
        )}
        <ul className="grid max-h-[45vh] gap-1 overflow-y-auto">
          {offered.map((item) => (
            <li key={item.documentId} className="flex min-w-0 items-center gap-3">
              <Checkbox
                className="grow py-1"
                checked={chosen.has(item.documentId)}
                onChange={(event) => toggle([item], event.target.checked)}
                label={
                  <span className="flex min-w-0 items-center gap-2.5">
                    {item.kind === "persona" && <DocumentFace card={item.card} alt="" size={26} />}
                    <bdi className="wrap-anywhere">{item.title || "No name yet"}</bdi>
                  </span>
                }
                hint={words(item)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function words({ kind, currentVersion, owner, dueOn }: SuggestedItem): string {
  const version = currentVersion === null ? "not published" : `v${currentVersion}`;
  const due = dueOn === null ? "" : `, due ${dayText(`${dueOn}T00:00:00Z`, "UTC")}`;
  return `A ${KIND_PLACES[kind].one} of ${owner.name}, ${version}${due}`;
}
