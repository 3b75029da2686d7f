"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { CADENCE_CHOICES, type CadenceForm, cadenceForm, cadenceOfForm } from "../cadence-form-rules";
import { CADENCE_UNITS } from "../cadence-rules";
import type { CadenceInput, CadenceView } from "../verification-contract";
import { PlannedDays } from "./planned-days";

interface CadenceDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** What holds now. */
  readonly cadence: CadenceView;
  /** Whether it is laid down here, rather than more widely. */
  readonly isOwn: boolean;
  /** What the choice of leaving it to what is laid down more widely is called. */
  readonly widerLabel: string;
  /** Whose days are shown; null for documents in general. */
  readonly documentId: string | null;
  readonly save: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly mutate: (cadence: CadenceInput | null) => void;
  };
}

/** Says how often something is verified, with the days that follow from it while one chooses. */
export function CadenceDialogPart({ cadence, isOwn, widerLabel, documentId, save, ...dialog }: CadenceDialogProps) {
  const { id: workspaceId, timeZone } = useWorkspace();
  const trpc = useTRPC();
  const id = useId();
  const today = localDay(Date.now(), timeZone);
  const [form, setForm] = useState(() => cadenceForm(cadence, isOwn, today));
  const change = (changed: Partial<CadenceForm>) => setForm((before) => ({ ...before, ...changed }));
  const asked = cadenceOfForm(form);
  const previewed = useDeferredValue(typeof asked === "string" ? null : asked);
  const preview = useQuery(
    trpc.verification.preview.queryOptions(
      {
        workspaceId,
        documentId,
        cadence: previewed ?? { plan: { how: "never" }, leadDays: [], ownerAfterDays: null, adminsAfterDays: null },
      },
      { enabled: previewed !== null, retry: false, placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  const answer = preview.error ? refusal(preview.error).message : preview.data?.problem;
  const refused = previewed === null ? undefined : (answer ?? undefined);
  const problem = typeof asked === "string" ? asked : refused;
  const choices = [{ value: "wider" as const, label: widerLabel }, ...CADENCE_CHOICES];
  return (
    <DialogPart
      open={dialog.open}
      onOpenChange={dialog.onClose}
      title={dialog.title}
      description={dialog.description}
      footer={
        <>
          <Button onClick={dialog.onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending} disabledReason={problem}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending && typeof asked !== "string" && !refused) save.mutate(asked);
        }}
      >
        {save.error !== null && <Notice tone="error">{refusal(save.error).message}</Notice>}
        <Field label="How often">
          <Select options={choices} value={form.choice} onValueChange={(choice) => change({ choice })} />
        </Field>
        <PlanFields form={form} change={change} />
        {form.choice !== "wider" && (
          <>
            <PlannedDays problem={problem} planned={previewed === null ? undefined : preview.data} today={today} />
            {form.choice !== "never" && <NoticeFields form={form} change={change} />}
          </>
        )}
      </form>
    </DialogPart>
  );
}

interface FieldsProps {
  readonly form: CadenceForm;
  readonly change: (changed: Partial<CadenceForm>) => void;
}

const UNITS = CADENCE_UNITS.map((unit) => ({ value: unit, label: `${unit}s` }));

function PlanFields({ form, change }: FieldsProps) {
  switch (form.choice) {
    case "every":
      return (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="Every" className="w-24">
            <TextInput
              inputMode="numeric"
              value={form.every}
              onChange={(event) => change({ every: event.target.value })}
            />
          </Field>
          <Field label="Unit" isLabelHidden>
            <Select options={UNITS} value={form.unit} onValueChange={(unit) => change({ unit })} />
          </Field>
        </div>
      );
    case "date":
      return (
        <Field label="Day" className="max-w-48">
          <TextInput type="date" value={form.on} onChange={(event) => change({ on: event.target.value })} />
        </Field>
      );
    case "rule":
      return (
        <>
          <Field
            label="Rule"
            hint="As calendars write it (RFC 5545): FREQ=MONTHLY;BYDAY=-1FR is each month’s last Friday, FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15 twice a year."
          >
            <TextInput
              className="font-mono"
              spellCheck={false}
              autoCapitalize="characters"
              value={form.rule}
              onChange={(event) => change({ rule: event.target.value })}
            />
          </Field>
          <Field label="It begins on" className="max-w-48">
            <TextInput type="date" value={form.from} onChange={(event) => change({ from: event.target.value })} />
          </Field>
        </>
      );
    default:
      return null;
  }
}

function NoticeFields({ form, change }: FieldsProps) {
  return (
    <div className="grid items-start gap-4 border-t pt-4 sm:grid-cols-3">
      <Field label="Remind days ahead" hint="Up to five, 0 to 90. The longest is when it becomes due.">
        <TextInput value={form.leads} onChange={(event) => change({ leads: event.target.value })} />
      </Field>
      <Field label="Tell the owner after" hint="Days overdue; empty for never.">
        <TextInput
          inputMode="numeric"
          value={form.ownerAfter}
          onChange={(event) => change({ ownerAfter: event.target.value })}
        />
      </Field>
      <Field label="Tell the admins after" hint="Days overdue; empty for never.">
        <TextInput
          inputMode="numeric"
          value={form.adminsAfter}
          onChange={(event) => change({ adminsAfter: event.target.value })}
        />
      </Field>
    </div>
  );
}
