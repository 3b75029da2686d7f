"use client";
import { Suspense, useState } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextArea, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { MAX_PURPOSE, MAX_SESSION_TITLE, planBlocks } from "../plan-rules";
import { PlanAgenda } from "./plan-agenda";
import { type PlanDraft, planFacts } from "./plan-draft";
import { PlanPeople } from "./plan-people";
import { PlanTime } from "./plan-time";

interface PlanFormProps {
  readonly initial: PlanDraft;
  /** What saving does: "Plan it and invite". */
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** What can be done about a plan that somebody else changed meanwhile. */
  readonly onReload?: (() => void) | undefined;
  readonly onSave: (plan: ReturnType<typeof planFacts>) => void;
}

/** Everything that makes a plan. What is written stays whatever the server says. */
export function PlanForm({ initial, action, isPending, error, onReload, onSave }: PlanFormProps) {
  const [plan, setPlan] = useState(initial);
  const change = (part: Partial<PlanDraft>) => setPlan((before) => ({ ...before, ...part }));
  const facts = planFacts(plan);
  const [block] = planBlocks(facts);
  const refused = error ? refusal(error) : null;
  return (
    <form
      className="grid gap-9"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && !block) onSave(facts);
      }}
    >
      <div className="grid gap-5">
        <Field label="Title">
          <TextInput
            value={plan.title}
            maxLength={MAX_SESSION_TITLE}
            placeholder="Q4 persona review"
            onChange={(event) => change({ title: event.target.value })}
          />
        </Field>
        <Field label="What should be found out" isOptional>
          <TextArea
            value={plan.purpose}
            maxLength={MAX_PURPOSE}
            rows={2}
            placeholder="Do the two new stores change who buys at the weekend?"
            onChange={(event) => change({ purpose: event.target.value })}
          />
        </Field>
      </div>
      <PlanTime plan={plan} change={change} />
      <Suspense fallback={<SkeletonRows label="Loading members…" rows={3} />}>
        <PlanPeople plan={plan} change={change} />
      </Suspense>
      <PlanAgenda plan={plan} change={change} />
      {refused && (
        <Notice
          tone="error"
          action={
            refused.code === "CONFLICT" && onReload ? (
              <Button onClick={onReload}>Show theirs instead</Button>
            ) : undefined
          }
        >
          {Object.values(refused.fields)[0] ?? refused.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" size="l" pending={isPending} disabledReason={block}>
          {action}
        </Button>
      </div>
    </form>
  );
}
