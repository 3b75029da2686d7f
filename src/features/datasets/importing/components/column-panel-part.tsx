"use client";
import type { RefObject } from "react";
import { Checkbox } from "@/ui/checkbox";
import { RadioGroup } from "@/ui/choice-group";
import { Field, TextInput } from "@/ui/field";
import { PopoverPart } from "@/ui/popover-part";
import { Select } from "@/ui/select";
import { TRAIT_GROUPS, TRAIT_TYPES, type TraitGroup, type TraitType } from "../../catalog-rules";
import { shareText } from "../../value-words-rules";
import { readCell, tellingExample } from "../cell-reading-rules";
import { DATE_ORDER_WORDS, spellingsOf } from "../column-words-rules";
import { COLUMN_ROLES, type ColumnReading, type ColumnRole, type DetectedColumn } from "../import-plan-rules";
import { EVENT_ROLES } from "../plan-edit-rules";

export interface ColumnPanelProps {
  readonly column: DetectedColumn;
  /** Of the first rows, as written. */
  readonly values: readonly string[];
  readonly reading: ColumnReading;
  readonly isEvents: boolean;
  readonly isOrderOpen: boolean;
  readonly onChange: (change: Partial<Omit<ColumnReading, "name">>) => void;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const optionsOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

const TYPES = optionsOf<TraitType>(TRAIT_TYPES);
const GROUPS = optionsOf<TraitGroup>(TRAIT_GROUPS);
const SEPARATORS = [
  { value: "," as const, label: "A comma" },
  { value: ";" as const, label: "A semicolon" },
  { value: "|" as const, label: "A vertical bar" },
];

/** All that can be said about how one column is read. */
export function ColumnPanelPart({
  column,
  values,
  reading,
  isEvents,
  isOrderOpen,
  onChange,
  ...popover
}: ColumnPanelProps) {
  const { role, type, isPersonal } = reading;
  const roles = optionsOf<ColumnRole>(COLUMN_ROLES).filter(({ value }) => isEvents || !EVENT_ROLES.includes(value));
  const isKept = role !== "drop";
  const hasDays = isKept && (type === "date" || type === "time");
  return (
    <PopoverPart label={`How “${column.name}” is read`} {...popover}>
      <div className="grid gap-4">
        <div>
          <p className="font-strong wrap-anywhere">
            <bdi>{column.name}</bdi>
          </p>
          <p className="text-small text-ink-3">
            Filled in {shareText(column.filled, 1)} of rows
            {column.examples.length > 0 && (
              <>
                {", such as "}
                <bdi className="text-ink-2 wrap-anywhere">{column.examples.slice(0, 3).join(" · ")}</bdi>
              </>
            )}
          </p>
        </div>
        <Field label="What it is">
          <Select options={roles} value={role} onValueChange={(next) => onChange({ role: next })} />
        </Field>
        {role === "trait" && (
          <Field label="Its values are">
            <Select options={TYPES} value={type} onValueChange={(next) => onChange({ type: next })} />
          </Field>
        )}
        {hasDays && <DateOrder {...{ column, values, reading, isOrderOpen, onChange }} />}
        {isKept && type === "number" && <Numbers reading={reading} onChange={onChange} />}
        {isKept && type === "flag" && <Flags reading={reading} onChange={onChange} />}
        {isKept && type === "tags" && (
          <Field label="Between the words stands">
            <Select
              options={SEPARATORS}
              value={reading.separator ?? ","}
              onValueChange={(separator) => onChange({ separator })}
            />
          </Field>
        )}
        {role === "trait" && (
          <Field label="Group">
            <Select options={GROUPS} value={reading.group} onValueChange={(group) => onChange({ group })} />
          </Field>
        )}
        {isKept && (
          <>
            <Spellings
              label="Means that nothing is known"
              hint="Beside empty cells; with commas between, written as in the file."
              words={reading.missing}
              onWords={(missing) => onChange({ missing })}
            />
            <Checkbox
              label="Personal"
              checked={isPersonal}
              hint="Editors and admins see its values. Viewers and reviewers see ••• and can still count with it."
              onChange={(event) => onChange({ isPersonal: event.target.checked })}
            />
          </>
        )}
      </div>
    </PopoverPart>
  );
}

type PartProps = Pick<ColumnPanelProps, "reading" | "onChange">;

/** Each order with what it makes of the file’s own values. */
function DateOrder({
  column,
  values,
  reading,
  isOrderOpen,
  onChange,
}: Pick<ColumnPanelProps, "column" | "values" | "reading" | "isOrderOpen" | "onChange">) {
  const example = tellingExample([...column.examples, ...values], reading);
  const isYearLast = example !== undefined && /^\d{1,2}\D\d{1,2}\D\d{4}/.test(example.trim());
  const choices = (isYearLast ? (["dmy", "mdy"] as const) : (["dmy", "mdy", "ymd"] as const)).map((value) => {
    const read = example === undefined ? undefined : readCell(example, { ...reading, dateOrder: value });
    return {
      value,
      label: DATE_ORDER_WORDS[value],
      ...(read?.kind === "value" && { hint: `“${example}” is ${read.text}` }),
    };
  });
  const isWritten = example !== undefined && /^\d{4}-/.test(example.trim());
  if (isWritten && !isOrderOpen) return null;
  return (
    <RadioGroup
      // Until somebody has said so, none is chosen; from then on the choice is theirs to change.
      key={String(isOrderOpen)}
      legend="How days are written"
      choices={choices}
      {...(isOrderOpen ? {} : { value: reading.dateOrder })}
      onValueChange={(dateOrder) => onChange({ dateOrder })}
    />
  );
}

function Numbers({ reading, onChange }: PartProps) {
  const { unit, decimal, role } = reading;
  const kind = typeof unit === "string" ? unit : "currency";
  return (
    <>
      <Field label="Before the decimals stands">
        <Select
          options={[
            { value: "." as const, label: "A point: 1,234.50" },
            { value: "," as const, label: "A comma: 1.234,50" },
          ]}
          value={decimal}
          onValueChange={(next) => onChange({ decimal: next })}
        />
      </Field>
      {role !== "quantity" && (
        <div className="grid grid-cols-2 gap-2.5">
          <Field label="Written as">
            <Select
              options={[
                { value: "plain" as const, label: "A number" },
                { value: "share" as const, label: "A share" },
                { value: "currency" as const, label: "Money" },
              ]}
              value={kind}
              onValueChange={(next) => onChange({ unit: next === "currency" ? { currency: "EUR" } : next })}
            />
          </Field>
          {typeof unit !== "string" && (
            <Field label="Currency">
              <TextInput
                key={unit.currency}
                defaultValue={unit.currency}
                maxLength={3}
                autoCapitalize="characters"
                onBlur={(event) => {
                  const currency = event.target.value.trim().toUpperCase();
                  if (/^[A-Z]{3}$/.test(currency)) onChange({ unit: { currency } });
                  else event.target.value = unit.currency;
                }}
              />
            </Field>
          )}
        </div>
      )}
    </>
  );
}

function Flags({ reading, onChange }: PartProps) {
  const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());
  return (
    <div className="grid grid-cols-2 gap-2.5">
      <Spellings label="Means yes" words={reading.yes} onWords={(yes) => onChange({ yes: lower(yes) })} />
      <Spellings label="Means no" words={reading.no} onWords={(no) => onChange({ no: lower(no) })} />
    </div>
  );
}

function Spellings(props: {
  readonly label: string;
  readonly hint?: string;
  readonly words: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
}) {
  const { label, hint, words, onWords } = props;
  return (
    <Field label={label} hint={hint}>
      <TextInput
        key={words.join("\n")}
        defaultValue={words.join(", ")}
        onBlur={(event) => {
          const next = spellingsOf(event.target.value);
          if (next.join("\n") !== words.join("\n")) onWords(next);
        }}
      />
    </Field>
  );
}
