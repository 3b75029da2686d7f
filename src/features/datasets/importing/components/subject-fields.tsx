"use client";
import { Checkbox } from "@/ui/checkbox";
import { RadioGroup } from "@/ui/choice-group";
import type { DetectedFile } from "../import-plan-rules";
import { computedWords, type PlanDraft } from "../plan-edit-rules";

interface SubjectFieldsProps {
  readonly draft: PlanDraft;
  readonly detected: DetectedFile;
  readonly onSubject: (subject: "customers" | "events") => void;
  readonly onCancelled: (isLeftOut: boolean) => void;
}

/** What a row of the file is; and of a file of events, what it says about each customer. */
export function SubjectFields({ draft, detected, onSubject, onCancelled }: SubjectFieldsProps) {
  const { subject, cancelled } = draft.plan;
  const computed = computedWords(draft.plan);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <RadioGroup
          legend="Each row of the file is"
          choices={[
            { value: "customers", label: "One customer" },
            { value: "events", label: "Something a customer did", hint: "An order, a line of an order, a visit." },
          ]}
          value={subject}
          onValueChange={onSubject}
        />
        {subject === "events" && detected.cancelled && (
          <Checkbox
            label={`Leave out what was cancelled: “${detected.cancelled.column}” begins with “${detected.cancelled.startsWith}”`}
            hint="Such lines count neither as orders nor as money spent."
            checked={cancelled !== null}
            onChange={(event) => onCancelled(event.target.checked)}
          />
        )}
      </div>
      {computed.length > 0 && (
        <div>
          <p className="pb-2 font-strong">Computed for each customer</p>
          <ul className="grid gap-1 text-ink-2">
            {computed.map((words) => (
              <li key={words} className="flex gap-2">
                <span aria-hidden="true" className="mt-[9px] size-1 shrink-0 rounded-full bg-ink-3" />
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
