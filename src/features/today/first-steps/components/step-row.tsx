"use client";
import { Check } from "lucide-react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import type { FirstStep, FirstSteps } from "../first-steps-contract";
import { STEP_WORDS, stepNumber } from "../first-steps-rules";
import { StepActs } from "./step-acts";
import { thingPath } from "./step-link";
import { useFirstStepsActs } from "./use-first-steps";

interface StepRowProps {
  readonly step: FirstStep;
  readonly of: FirstSteps;
}

/** One step: a line for what is done or comes later, all that one needs for the one that is open. */
export function StepRow({ step, of }: StepRowProps) {
  const { state, name } = step;
  const { title, what, why, minutes } = STEP_WORDS[name];
  const isOpen = state === "open";
  return (
    <li
      aria-current={isOpen ? "step" : undefined}
      className={isOpen ? "flex gap-3.5 bg-sunk px-4 py-4" : "flex gap-3.5 px-4 py-2.5"}
    >
      <Mark state={state} number={stepNumber(name)} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-baseline gap-x-3">
          <h3 className={isOpen ? "font-display text-display-20" : state === "done" ? "font-medium" : "text-ink-3"}>
            {title}
            <span className="sr-only">{state === "done" ? ", done" : isOpen ? ", next" : ", later"}</span>
          </h3>
          {isOpen && (
            <span className="-mx-1.5 self-center">
              <TermHint term={name === "data" ? "dataset" : name} />
            </span>
          )}
          {state === "done" ? (
            <Done step={step} of={of} />
          ) : (
            <span className="text-small text-ink-3">about {minutes} minutes</span>
          )}
        </div>
        {isOpen && (
          <>
            <p className="mt-1 max-w-[68ch]">{what}</p>
            <p className="mt-1 max-w-[68ch] text-small text-ink-2">{why}</p>
            <div className="mt-3 flex flex-wrap items-center gap-2">
              <StepActs step={step} of={of} />
            </div>
          </>
        )}
      </div>
    </li>
  );
}

/** A number that becomes a tick. */
function Mark({ state, number }: { readonly state: FirstStep["state"]; readonly number: number }) {
  const looks = {
    done: "bg-fresh-soft text-fresh",
    open: "bg-ink text-paper",
    later: "border text-ink-3",
  };
  return (
    <span
      aria-hidden="true"
      className={`grid size-6 shrink-0 place-items-center rounded-full text-small font-semibold tabular-nums ${looks[state]}`}
    >
      {state === "done" ? <Check className="size-3.5" /> : number}
    </span>
  );
}

/** What was made, by whom and when. */
function Done({ step: { name, made }, of }: StepRowProps) {
  const { slug, may } = useWorkspace();
  const { goWithoutData } = useFirstStepsActs();
  if (made) {
    return (
      <span className="min-w-0 text-small text-ink-2 wrap-anywhere">
        <Link
          dir="auto"
          href={thingPath(slug, made.place)}
          className="inline-block min-h-6 content-center underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {made.title || "No name yet"}
        </Link>
        {", "}
        <bdi>{made.by}</bdi>, <Time at={made.at} />
      </span>
    );
  }
  if (name !== "data" || !of.goesWithoutData) return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
      Without data for now.
      {may("draft.edit") && (
        <button
          type="button"
          className="min-h-6 underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          onClick={() => goWithoutData(false)}
        >
          Bring some in after all
        </button>
      )}
    </span>
  );
}
