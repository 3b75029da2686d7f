// The first steps of a workspace as they cross the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { FirstStepsStanding, StepName, StepState, StepThing } from "./first-steps-rules";

export const firstStepsInput = workspaceInput({});
export const goWithoutDataInput = workspaceInput({ isWithout: z.boolean() });

export interface FirstStep {
  readonly name: StepName;
  readonly state: StepState;
  /** What fulfils the step; null for a step that is not done, and for going without data. */
  readonly made: StepThing | null;
  /** What was begun and doesn't fulfil it yet. */
  readonly begun: StepThing | null;
}

export interface FirstSteps {
  readonly standing: FirstStepsStanding;
  readonly goesWithoutData: boolean;
  readonly steps: readonly FirstStep[];
}
