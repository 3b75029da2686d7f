"use client";
import { useEffect, useState } from "react";
import { Checkbox } from "@/ui/checkbox";
import { Field, TextInput } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { hourText, type NoticePreferences, WEEKDAYS } from "../preference-rules";

interface Props {
  readonly preferences: NoticePreferences;
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<NoticePreferences>) => void;
}

/** When mails wait, and by whose clock. */
export function QuietFields({ preferences, heldZone, isDisabled, onChange }: Props & { readonly heldZone: string }) {
  const { quiet, timeZone } = preferences;
  // Server and browser list different zones: the whole list comes once the page is the browser's.
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => setKnown(Intl.supportedValuesOf("timeZone")), []);
  const zones = [...new Set([...(timeZone ? [timeZone] : []), "UTC", ...known])].sort();
  return (
    <Section title="Quiet hours" hint="Mails wait until they end. In the app you are told at once.">
      <div className="grid gap-4">
        <Checkbox
          label="Send me nothing at night"
          checked={quiet.isOn}
          disabled={isDisabled}
          onChange={(event) => onChange({ quiet: { ...quiet, isOn: event.target.checked } })}
        />
        <div className="flex flex-wrap gap-4">
          <Field label="From" className="w-32">
            <TextInput
              type="time"
              required
              value={quiet.from}
              disabled={isDisabled || !quiet.isOn}
              onChange={(event) => onChange({ quiet: { ...quiet, from: event.target.value } })}
            />
          </Field>
          <Field label="Until" className="w-32">
            <TextInput
              type="time"
              required
              value={quiet.to}
              disabled={isDisabled || !quiet.isOn}
              onChange={(event) => onChange({ quiet: { ...quiet, to: event.target.value } })}
            />
          </Field>
          <Field label="By the clock of" className="min-w-0 flex-1 basis-56">
            <Select
              value={timeZone ?? ""}
              disabled={isDisabled}
              onValueChange={(zone) => onChange({ timeZone: zone || null })}
              options={[
                { value: "", label: timeZone ? "The workspace" : `The workspace (${heldZone.replaceAll("_", " ")})` },
                ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
              ]}
            />
          </Field>
        </div>
      </div>
    </Section>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) }));
const DAYS = WEEKDAYS.map((label, at) => ({ value: String(at + 1), label }));

/** When the weekly letter comes. */
export function DigestFields({ preferences: { digest }, isDisabled, onChange }: Props) {
  return (
    <Section
      title="Weekly letter"
      hint="What is due, overdue or drifting, the sessions ahead and your tasks. A week with nothing to say has none."
    >
      <div className="grid gap-4">
        <Checkbox
          label="Send me the weekly letter"
          checked={digest.isOn}
          disabled={isDisabled}
          onChange={(event) => onChange({ digest: { ...digest, isOn: event.target.checked } })}
        />
        <div className="flex flex-wrap gap-4">
          <Field label="On" className="w-40">
            <Select
              options={DAYS}
              value={String(digest.weekday)}
              disabled={isDisabled || !digest.isOn}
              onValueChange={(day) => onChange({ digest: { ...digest, weekday: Number(day) } })}
            />
          </Field>
          <Field label="At" className="w-32">
            <Select
              options={HOURS}
              value={String(digest.hour)}
              disabled={isDisabled || !digest.isOn}
              onValueChange={(hour) => onChange({ digest: { ...digest, hour: Number(hour) } })}
            />
          </Field>
        </div>
      </div>
    </Section>
  );
}
