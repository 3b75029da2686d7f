"use client";
import { useId, useState } from "react";
import { rowsWords } from "@/features/datasets/discovery/draft-row-rules";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea, TextInput } from "@/ui/field";
import { type Finding, useDrafting } from "./use-drafting";

interface FindingDialogProps {
  readonly datasetId: string;
  /** How many it has, in words. */
  readonly size: string;
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** Names what was found before it becomes a draft; mount it anew for each finding. */
export function FindingDialog({ datasetId, size, finding, onClose }: FindingDialogProps) {
  const [title, setTitle] = useState(finding.title);
  const [summary, setSummary] = useState(finding.summary);
  const [isTried, setTried] = useState(false);
  const { make, isPending } = useDrafting(datasetId);
  const form = useId();
  const isNamed = title.trim() !== "";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Make a segment"
      description="A draft that you can go on with: nothing is published."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} pending={isPending}>
            Make the draft
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isNamed) make([{ ...finding, title, summary }]);
        }}
      >
        <Field label="Name" error={isTried && !isNamed ? "Give it a name." : undefined}>
          <TextInput value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label="Summary" isOptional>
          <TextArea rows={2} value={summary} maxLength={600} onChange={(event) => setSummary(event.target.value)} />
        </Field>
        <div className="grid gap-1">
          <p className="font-strong">Who belongs</p>
          <p className="text-ink-2 wrap-anywhere">
            <bdi>{rowsWords(finding.rows, finding.match)}</bdi>
          </p>
          <p className="text-small text-ink-3 tabular-nums">{size}. You can change each condition in the draft.</p>
        </div>
      </form>
    </Dialog>
  );
}
