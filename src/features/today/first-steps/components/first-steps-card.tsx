"use client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import type { FirstSteps } from "../first-steps-contract";
import { StepRow } from "./step-row";
import { useFirstStepsActs } from "./use-first-steps";

/** The way from an empty workspace to the first review: what is done, what is next, and what comes then. */
export function FirstStepsCard({ firstSteps }: { readonly firstSteps: FirstSteps }) {
  const { steps, standing } = firstSteps;
  const { leave } = useFirstStepsActs();
  const done = steps.filter(({ state }) => state === "done").length;
  const isFinished = standing === "finished";
  return (
    <Card aria-labelledby="first-steps" className="overflow-hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-[9px]">
        <h2 id="first-steps" className="text-[0.9375rem] font-semibold">
          First steps
          <span className="ms-2.5 font-normal text-ink-3 tabular-nums">
            {done} of {steps.length} done
          </span>
        </h2>
        <Button size="s" variant="ghost" onClick={leave}>
          Put this away
        </Button>
      </div>
      {isFinished && (
        <p className="border-b bg-fresh-soft px-4 py-3">
          All five are done: your customers, a segment, a persona, a scenario and a first review. From here on Today
          tells you what needs you.
        </p>
      )}
      <ol className="divide-y">
        {steps.map((step) => (
          <StepRow key={step.name} step={step} of={firstSteps} />
        ))}
      </ol>
    </Card>
  );
}
