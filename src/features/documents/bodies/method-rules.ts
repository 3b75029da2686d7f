// The prompts of the method for context scenarios (Cooper, About Face): what a scenario should tell, and what of it can
// be seen in the text. Prompts never stand in the way of anything.
import { type Body, type BodyNode, bodyText, isEmptyBody, walkBody } from "./body-rules";
import { listedNeeds } from "./need-rules";

export interface MethodFacts {
  readonly body: Body;
  /** "context", "key-path", "validation"; only a context scenario is told without an interface. */
  readonly kind: string;
  /** A persona leads it. */
  readonly hasLead: boolean;
  /** What the fields beside the story say. */
  readonly setting: string;
  readonly trigger: string;
  readonly outcome: string;
}

export interface Prompt {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** `look`: something stands in the text that should not. */
  readonly state: "done" | "open" | "look";
}

/** Questions that no rule can judge; to be thought of while one writes. */
export const METHOD_QUESTIONS: readonly string[] = [
  "Do they stay with it for long, or are they often interrupted?",
  "Who else is there, who is asked, who uses the same things?",
  "What else do they use at the same time?",
  "What have they seen or tried before?",
  "What proof do they look for, and what would make them stop?",
  "How much complexity can they bear here?",
];

/** Fewer words than these are a note, not a story. */
const STORY_WORDS = 40;

/** Words of a screen. "Tap" and "window" are left out: a scenario may well have a tap and a window. */
const INTERFACE_WORDS =
  /\b(buttons?|click(?:s|ed|ing)?|double-click(?:s|ed)?|screens?|touchscreens?|menus?|drop-?downs?|checkbox(?:es)?|icons?|dialog(?:ue)? box(?:es)?|pop-?ups?|tool-?bars?|scroll(?:s|ed|ing)?|swip(?:e|es|ed|ing)|log(?:s|ged)? in|home ?page|landing page|web ?form|input fields?|sidebars?|navigation bar)\b/giu;

/** Each that is found once, in the order of reading. */
export function interfaceWords(body: Body): readonly string[] {
  const found = new Set<string>();
  for (const [word] of bodyText(body).matchAll(INTERFACE_WORDS)) found.add(word.toLowerCase());
  return [...found];
}

/** Whether something is written under a heading that the pattern finds, up to the next of its level or above. */
function hasWordsUnder(body: Body, heading: RegExp): boolean {
  let within: number | null = null;
  for (const node of body?.content ?? []) {
    if (node.type === "heading") {
      const level = Number(node.attrs?.level);
      if (heading.test(bodyText(node))) within = level;
      else if (within !== null && level <= within) within = null;
    } else if (within !== null && !isEmptyBody(node)) return true;
  }
  return false;
}

function hasPersonaChip(body: Body): boolean {
  let isFound = false;
  walkBody(body, (node: BodyNode) => {
    isFound ||= node.type === "documentChip" && node.attrs?.kind === "persona";
    return !isFound;
  });
  return isFound;
}

/** Words that are told, headings left out. */
function wordsTold(body: Body): number {
  let count = 0;
  for (const node of body?.content ?? []) {
    if (node.type !== "heading") count += bodyText(node).split(/\s+/).filter(Boolean).length;
  }
  return count;
}

/** The prompts as far as the text answers them, in the order of telling. */
export function methodPrompts({ body, kind, hasLead, setting, trigger, outcome }: MethodFacts): readonly Prompt[] {
  const prompt = (id: string, label: string, hint: string, isDone: boolean): Prompt => ({
    id,
    label,
    hint,
    state: isDone ? "done" : "open",
  });
  const said = (...fields: readonly string[]) => fields.some((field) => field.trim() !== "");
  const prompts = [
    prompt(
      "who",
      "Who it is about",
      "Pin the persona who leads, or name them with @.",
      hasLead || hasPersonaChip(body),
    ),
    prompt(
      "where",
      "Where and when",
      "The place, the hour, what is at hand.",
      said(setting) || hasWordsUnder(body, /\bwhere\b/i),
    ),
    prompt(
      "trigger",
      "What sets it off",
      "What happens that makes them act now.",
      said(trigger) || hasWordsUnder(body, /sets? .{0,6}off|trigger/i),
    ),
    prompt(
      "story",
      "The story",
      "Present tense, step by step, broad rather than deep; the world as it should be.",
      wordsTold(body) >= STORY_WORDS,
    ),
    prompt(
      "expect",
      "What they expect",
      "What they think in, and what they take for granted from before.",
      hasWordsUnder(body, /expect/i),
    ),
    prompt(
      "end",
      "How it ends",
      "What has changed for them, the good and the bad.",
      said(outcome) || hasWordsUnder(body, /\bends?\b|outcome|respond/i),
    ),
    prompt(
      "needs",
      "What we must offer",
      "Mark at least one need in the text: write / and choose Need.",
      listedNeeds(body).length > 0,
    ),
  ];
  if (kind !== "context") return prompts;
  const words = interfaceWords(body);
  if (words.length > 0) {
    const named = words
      .slice(0, 4)
      .map((word) => `“${word}”`)
      .join(", ");
    const hint = `It speaks of ${named}${words.length > 4 ? " and more" : ""}. Say what they get done, not where they press.`;
    return [...prompts, { id: "interface", label: "No solutions yet", hint, state: "look" }];
  }
  return [
    ...prompts,
    prompt(
      "interface",
      "No solutions yet",
      "Tell it as if our offer were magic, without any interface.",
      wordsTold(body) > 0,
    ),
  ];
}
