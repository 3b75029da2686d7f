// The five steps from an empty workspace to the first review. None is ticked by hand: each is done when its facts are there.
import type { KindName } from "@/shared/document-kinds";

export const STEP_NAMES = ["data", "segment", "persona", "scenario", "review"] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** The open one is the first that isn't done; nothing keeps anybody from doing a later one before it. */
export type StepState = "done" | "open" | "later";

/**
 * Open: there is something left to do. Left: this person has put it away. Finished: all is done, and worth a word. Over: all
 * is done, and was said or needs no saying.
 */
export type FirstStepsStanding = "open" | "left" | "finished" | "over";

/** Where something lies that a step has made. */
export type StepPlace =
  | { readonly type: "dataset"; readonly id: string }
  | { readonly type: "document"; readonly kind: KindName; readonly id: string }
  | { readonly type: "session"; readonly id: string };

export interface StepThing {
  readonly place: StepPlace;
  readonly title: string;
  /** Name of who did it. */
  readonly by: string;
  /** A moment, ISO 8601 in UTC. */
  readonly at: string;
}

/** What a step rests on: what fulfils it, or what was begun. */
export type StepFact = StepThing & { readonly isDone: boolean };

export interface FirstStepsFacts {
  /** Whether this person has put the steps away. */
  readonly isLeft: boolean;
  /** When this person became a member. */
  readonly joinedAt: string;
  readonly goesWithoutData: boolean;
  readonly facts: Readonly<Record<StepName, StepFact | null>>;
}

/** Whoever hasn't looked for so long no longer needs to be told that all is done. */
const TOLD_MS = 7 * 24 * 60 * 60 * 1000;

/** The steps as this person sees them, from what is there. */
export function firstSteps({ isLeft, joinedAt, goesWithoutData, facts }: FirstStepsFacts, now: Date) {
  const isDone = (name: StepName) => facts[name]?.isDone === true || (name === "data" && goesWithoutData);
  const open = STEP_NAMES.find((name) => !isDone(name));
  const steps = STEP_NAMES.map((name) => {
    const fact = facts[name];
    const thing = fact && { place: fact.place, title: fact.title, by: fact.by, at: fact.at };
    const state: StepState = isDone(name) ? "done" : name === open ? "open" : "later";
    return { name, state, made: fact?.isDone ? thing : null, begun: fact?.isDone ? null : thing };
  });
  const moments = steps.flatMap(({ made }) => (made ? [made.at] : []));
  const doneAt = moments.toSorted().at(-1) ?? joinedAt;
  const isNews = doneAt > joinedAt && now.getTime() - Date.parse(doneAt) < TOLD_MS;
  return { standing: standing(open === undefined, isLeft, isNews), goesWithoutData, steps };
}

function standing(isAllDone: boolean, isLeft: boolean, isNews: boolean): FirstStepsStanding {
  if (isAllDone) return isNews && !isLeft ? "finished" : "over";
  return isLeft ? "left" : "open";
}

interface StepWords {
  readonly title: string;
  /** What to do, in one or two sentences. */
  readonly what: string;
  readonly why: string;
  /** Roughly how long it takes. */
  readonly minutes: number;
}

export const STEP_WORDS: Readonly<Record<StepName, StepWords>> = {
  data: {
    title: "Bring in customers",
    what: "Drop an export of your shop, CRM or newsletter: one row for each customer or each order. A check shows what was understood before anything is kept.",
    why: "Segments then show how many people they hold, and tell you when those people change.",
    minutes: 3,
  },
  segment: {
    title: "First segment",
    what: "Choose one group of customers whom you treat alike, say who belongs to it, and publish it.",
    why: "It is the ground that personas stand on: who they speak for, and for how many.",
    minutes: 5,
  },
  persona: {
    title: "First persona",
    what: "Give the segment a face: a name, a line that says who it is, what this person wants and what stands in the way.",
    why: "A team asks “what would she say to this?” where it would never ask a table.",
    minutes: 10,
  },
  scenario: {
    title: "First scenario",
    what: "Tell one situation in which the persona needs you: where, what sets it off, how it ends. Mark what you must offer there.",
    why: "That is where a persona turns into something to build, write or say.",
    minutes: 10,
  },
  review: {
    title: "First review",
    what: "Look at one published document and say whether it is still true, or plan a session in which several people do.",
    why: "What was confirmed lately is believed. Dramatis asks again when it is due.",
    minutes: 2,
  },
};

export function stepNumber(name: StepName): number {
  return STEP_NAMES.indexOf(name) + 1;
}

/** Whether the steps stand on the first page. */
export function isShown({ standing }: { readonly standing: FirstStepsStanding }): boolean {
  return standing === "open" || standing === "finished";
}
