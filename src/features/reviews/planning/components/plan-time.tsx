"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { RadioGroup } from "@/ui/choice-group";
import { Field, TextInput } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { useTimeZone } from "@/ui/use-time-zone";
import type { PlanDraft } from "./plan-draft";

const MODES = [
  {
    value: "live",
    label: "A meeting",
    hint: "Everybody looks at the same place at the same time and follows who presents.",
  },
  {
    value: "window",
    label: "A window",
    hint: "Everybody looks when they can. It opens and closes by the clock; what isn’t decided then stays with the facilitator.",
  },
] as const;

interface PlanTimeProps {
  readonly plan: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
}

/** Meeting or window, and when. */
export function PlanTime({ plan, change }: PlanTimeProps) {
  const workspace = useWorkspace();
  const own = useTimeZone();
  const zones = [...new Set([plan.timeZone, workspace.timeZone, own])];
  return (
    <Section title="When">
      <div className="grid gap-5">
        <RadioGroup
          legend="How people come together"
          isLegendHidden
          choices={MODES}
          value={plan.mode}
          onValueChange={(mode) => change({ mode })}
        />
        <div className="flex flex-wrap gap-4">
          <Field label={plan.mode === "live" ? "Starts" : "Opens"}>
            <TextInput
              type="datetime-local"
              value={plan.starts}
              max="9999-12-31T23:59"
              onChange={(event) => change({ starts: event.target.value.slice(0, 16) })}
            />
          </Field>
          {plan.mode === "live" ? (
            <Field label="Minutes" className="w-28">
              <TextInput
                type="number"
                inputMode="numeric"
                min={5}
                max={480}
                step={5}
                value={plan.minutes}
                onChange={(event) => change({ minutes: event.target.value })}
              />
            </Field>
          ) : (
            <Field label="Closes">
              <TextInput
                type="datetime-local"
                value={plan.ends}
                max="9999-12-31T23:59"
                onChange={(event) => change({ ends: event.target.value.slice(0, 16) })}
              />
            </Field>
          )}
          <Field label="On the clocks of">
            <Select
              value={plan.timeZone}
              onValueChange={(timeZone) => change({ timeZone })}
              options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            />
          </Field>
        </div>
      </div>
    </Section>
  );
}
