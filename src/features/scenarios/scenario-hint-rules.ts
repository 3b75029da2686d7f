// What is worth a look in a scenario.
import { type Body, type BodyNode, bodyText, isEmptyBody, needsOf } from "../documents/bodies/body-rules";
import { fieldAt, placeOf } from "../documents/field-rules";
import { type CommonFacts, commonHints, emptyHint, type Hint, hint } from "../documents/links/hint-rules";
import {
  leadOf,
  type Pinned,
  SCENARIO_FIELDS,
  SCENARIO_PERSONAS,
  SCENARIO_SEGMENTS,
  type ScenarioContent,
} from "./scenario-rules";

/** A document that the scenario pins, as it is now. */
export interface PinnedNow {
  readonly id: string;
  readonly title: string;
  readonly currentVersion: number | null;
  readonly isRetired: boolean;
}

export interface ScenarioFacts extends Pick<CommonFacts, "goneOwner"> {
  readonly content: ScenarioContent;
  /** Those that are there. */
  readonly pinned: readonly PinnedNow[];
}

const FRAME = ["setting", "trigger", "objective"].map((path) => fieldAt(SCENARIO_FIELDS, path));

export function scenarioHints({ content, goneOwner, pinned }: ScenarioFacts): readonly Hint[] {
  const { personas, segments, story } = content;
  const hints: Hint[] = [...commonHints({ fields: SCENARIO_FIELDS, content, goneOwner })];
  if (personas.length === 0) {
    hints.push(hint("no-persona", "It is about nobody yet: name a persona.", "personas"));
  } else if (!leadOf(personas)) {
    hints.push(hint("no-lead", "Nobody leads: say whose story it is.", "personas"));
  }
  const now = new Map(pinned.map((one) => [one.id, one]));
  for (const [field, items] of [[SCENARIO_PERSONAS, personas] as const, [SCENARIO_SEGMENTS, segments] as const]) {
    for (const item of items) {
      const found = now.get(item.id);
      if (found) hints.push(...pinHints(item, found, placeOf([...field.path, item.id]), field.linksTo));
    }
  }
  hints.push(...emptyHint(FRAME, content), ...storyHints(story));
  return hints;
}

/** Whether a newer version than the pinned one is published. */
export function isBehind({ version }: Pick<Pinned, "version">, currentVersion: number | null): boolean {
  return currentVersion !== null && (version === null || version < currentVersion);
}

function pinHints(
  item: Pinned,
  now: PinnedNow,
  place: string,
  kind: Hint["links"][number]["kind"] | undefined,
): readonly Hint[] {
  if (!kind) return [];
  const links = [{ kind, id: now.id, title: now.title }];
  const name = now.title || item.title;
  if (now.isRetired) return [hint("pinned-retired", `${name} is retired.`, place, links)];
  if (!isBehind(item, now.currentVersion)) return [];
  const was = item.version === null ? "was pinned before it was published" : `is pinned at v${item.version}`;
  return [hint("pinned-behind", `${name} ${was}; v${now.currentVersion} is published by now.`, place, links)];
}

function storyHints(story: Body): readonly Hint[] {
  const parts = partsOf(story);
  const empty = parts.filter(({ isEmpty }) => isEmpty);
  if (isEmptyBody(story) || (parts.length > 0 && empty.length === parts.length)) {
    return [hint("no-story", "The story isn't told yet.", "story")];
  }
  const hints: Hint[] = [];
  if (empty.length > 0) {
    const names = empty.map(({ heading }) => `“${heading}”`);
    const last = names.pop();
    const under = names.length > 0 ? `${names.join(", ")} and ${last}` : last;
    hints.push(hint("empty-part", `Nothing stands under ${under} yet.`, "story"));
  }
  if (needsOf(story).length === 0) {
    hints.push(hint("no-need", "The story marks no need yet: what must we offer?", "story"));
  }
  return hints;
}

interface StoryPart {
  readonly heading: string;
  readonly isEmpty: boolean;
}

/** What stands under each heading; a heading below another one belongs to it. */
function partsOf(story: Body): readonly StoryPart[] {
  const nodes = story?.content ?? [];
  const levelOf = (node: BodyNode) => (node.type === "heading" ? Number(node.attrs?.level ?? 1) : null);
  return nodes.flatMap((node, index) => {
    const level = levelOf(node);
    const heading = bodyText(node);
    if (level === null || heading === "") return [];
    const after = nodes.slice(index + 1);
    const end = after.findIndex((next) => (levelOf(next) ?? Number.POSITIVE_INFINITY) <= level);
    const content = end < 0 ? after : after.slice(0, end);
    return [{ heading, isEmpty: isEmptyBody({ type: "doc", content }) }];
  });
}
