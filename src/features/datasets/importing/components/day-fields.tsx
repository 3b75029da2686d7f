"use client";
import { useId } from "react";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";

interface DayFieldsProps {
  readonly asOf: string;
  readonly timeZone: string;
  readonly isMissing: boolean;
  /** What is odd about the day. */
  readonly hint: string | null;
  readonly onChange: (change: { readonly asOf?: string; readonly timeZone?: string }) => void;
}

/** The day that the data speak of, from which “in the last 90 days” is counted, and the zone of their clocks. */
export function DayFields({ asOf, timeZone, isMissing, hint, onChange }: DayFieldsProps) {
  const zones = useId();
  return (
    <div className="grid max-w-[560px] gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="The data speak of"
          hint="“In the last 90 days” counts back from this day."
          error={isMissing ? "Say which day the data speak of." : undefined}
        >
          <TextInput type="date" value={asOf} onChange={(event) => onChange({ asOf: event.target.value })} />
        </Field>
        <Field label="Time zone" hint="Of the clock times in the file.">
          <TextInput
            key={timeZone}
            defaultValue={timeZone}
            list={zones}
            autoComplete="off"
            onBlur={(event) => {
              const zone = event.target.value.trim();
              if (isZone(zone)) onChange({ timeZone: zone });
              else event.target.value = timeZone;
            }}
          />
        </Field>
        <datalist id={zones}>
          {Intl.supportedValuesOf("timeZone").map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      {hint !== null && <Notice tone="due">{hint}</Notice>}
    </div>
  );
}

function isZone(name: string): boolean {
  try {
    return name !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
