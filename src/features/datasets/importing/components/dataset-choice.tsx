"use client";
import { SNAPSHOT_DAYS } from "@/features/workspaces/retention-rules";
import { RadioGroup } from "@/ui/choice-group";
import { Field, TextArea, TextInput } from "@/ui/field";
import { Select } from "@/ui/select";
import type { DatasetSummary } from "../../dataset-contract";
import { countedText, isoDayText, retentionText } from "../../value-words-rules";
import { type DatasetChoice, PURPOSES } from "../dataset-choice-rules";

interface DatasetChoiceProps {
  readonly datasets: readonly DatasetSummary[];
  readonly choice: DatasetChoice;
  readonly onChoice: (choice: DatasetChoice) => void;
  /** Somebody wanted to start: what is missing is said. */
  readonly isTried: boolean;
}

/** Where the data go: a new dataset with its purpose and retention, or the next snapshot of one that is there. */
export function DatasetChoiceFields({ datasets, choice, onChoice, isTried }: DatasetChoiceProps) {
  const chosen = datasets.find(({ id }) => id === choice.into);
  return (
    <div className="grid max-w-[560px] gap-5">
      {datasets.length > 0 && (
        <RadioGroup
          legend="Where it goes"
          isLegendHidden
          choices={[
            { value: "old", label: "Next snapshot of a dataset", hint: "Segments measured on it are measured again." },
            { value: "new", label: "A new dataset", hint: "For other customers, or from another source." },
          ]}
          value={choice.into === null ? "new" : "old"}
          onValueChange={(to) => onChoice({ ...choice, into: to === "new" ? null : (datasets[0]?.id ?? null) })}
        />
      )}
      {choice.into === null ? (
        <NewDataset {...{ choice, onChoice, isTried }} />
      ) : (
        <Field label="Dataset" hint={chosen && described(chosen)}>
          <Select
            options={datasets.map(({ id, name }) => ({ value: id, label: name }))}
            value={choice.into}
            onValueChange={(into) => onChoice({ ...choice, into })}
          />
        </Field>
      )}
    </div>
  );
}

function described({ newest, purpose, retentionDays }: DatasetSummary): string {
  const last = newest
    ? `Newest snapshot: ${isoDayText(newest.asOf)}, ${countedText(newest.customers, "customer")}. `
    : "No data in it now. ";
  return `${last}Kept: ${retentionText(retentionDays).toLowerCase()}. Used for: ${purpose}`;
}

function NewDataset({ choice, onChoice, isTried }: Omit<DatasetChoiceProps, "datasets">) {
  const { name, purpose, retentionDays } = choice;
  return (
    <>
      <Field label="Name" error={isTried && name.trim() === "" ? "Give the dataset a name." : undefined}>
        <TextInput
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChoice({ ...choice, name: event.target.value })}
        />
      </Field>
      <div className="grid gap-2">
        <Field
          label="What the data may be used for"
          hint="Everybody who works with these customers sees it."
          error={isTried && purpose.trim() === "" ? "Say what the data may be used for." : undefined}
        >
          <TextArea
            rows={2}
            value={purpose}
            maxLength={500}
            onChange={(event) => onChoice({ ...choice, purpose: event.target.value })}
          />
        </Field>
        {purpose.trim() === "" && (
          <ul aria-label="Suggestions" className="flex flex-wrap gap-1.5">
            {PURPOSES.map((words) => (
              <li key={words}>
                <button
                  type="button"
                  onClick={() => onChoice({ ...choice, purpose: words })}
                  className="min-h-7 rounded-full border border-line-strong bg-surface px-3 py-0.5 text-start text-small text-ink-2 hover:bg-sunk hover:text-ink"
                >
                  {words}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Field
        label="Keep each snapshot for"
        hint="Then its rows are deleted by themselves. What segments measured stays."
      >
        <Select
          options={SNAPSHOT_DAYS.map((days) => ({ value: String(days), label: retentionText(days) }))}
          value={String(retentionDays)}
          onValueChange={(days) => onChoice({ ...choice, retentionDays: days === "null" ? null : Number(days) })}
        />
      </Field>
    </>
  );
}
