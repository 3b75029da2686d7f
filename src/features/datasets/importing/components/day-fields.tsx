"use client";
import { useEffect, useState } from "react";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";

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
  const zones = useZones(timeZone);
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
          <Select
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            value={timeZone}
            onValueChange={(zone) => onChange({ timeZone: zone })}
          />
        </Field>
      </div>
      {hint !== null && <Notice tone="due">{hint}</Notice>}
    </div>
  );
}

/** Every zone that the browser knows; the server, which may know others, shows the chosen one alone. */
function useZones(chosen: string): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => setKnown(Intl.supportedValuesOf("timeZone")), []);
  return [...new Set([chosen, "UTC", ...known])].sort();
}
