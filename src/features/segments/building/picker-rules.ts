// What a condition can be about, as one chooses it.

import { dayText } from "@/shared/date-text";
import { TRAIT_GROUPS, TRAIT_TYPES, type Trait } from "../../datasets/catalog-rules";
import type { RuleNode } from "../../datasets/rules/rule-rules";
import type { RuleVocabulary } from "./building-contract";
import { eventBeginnings, fillWords, newSegmentNode, newTraitNode } from "./condition-rules";

export interface PickerOption {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** What kind of thing it is. */
  readonly kind: string;
  /** How much is known, and what the values look like. */
  readonly details: string;
  readonly node: RuleNode;
}

const COMPUTED = "Computed from events";

/** Every trait by its group, then what can be counted of events, then segments. */
export function pickerOptions({ data, segments }: RuleVocabulary): readonly PickerOption[] {
  if (!data) return [];
  const { catalog, snapshot } = data;
  const groups = [...Object.values(TRAIT_GROUPS), COMPUTED];
  const traits = traitOptions(catalog.traits, snapshot.customers).toSorted(
    (one, other) => groups.indexOf(one.group) - groups.indexOf(other.group),
  );
  const events = (catalog.events ? eventBeginnings(catalog.events) : []).map(({ label, node }, index) => ({
    key: `events.${index}`,
    group: "Events",
    label,
    kind: "Counted in a window of time",
    details: "",
    node,
  }));
  return [
    ...traits,
    ...events,
    ...segments.map((segment) => ({
      key: `segment.${segment.id}`,
      group: "Segments",
      label: segment.title,
      kind: `Segment, v${segment.version}`,
      details: "",
      node: newSegmentNode(segment),
    })),
  ];
}

export function traitOptions(traits: readonly Trait[], customers: number): readonly PickerOption[] {
  return traits.map((trait) => ({
    key: `trait.${trait.id}`,
    group: trait.origin === "computed" ? COMPUTED : TRAIT_GROUPS[trait.group],
    label: trait.label,
    kind: TRAIT_TYPES[trait.type],
    details: [fillWords(trait.profile.known, customers), sampleWords(trait)].filter(Boolean).join(" · "),
    node: newTraitNode(trait),
  }));
}

function sampleWords({ isPersonal, profile, type, unit }: Trait): string {
  if (isPersonal) return "personal data";
  const { min, max, top } = profile;
  if (["text", "tags", "flag"].includes(type)) {
    return top
      .slice(0, 3)
      .map(({ value }) => value)
      .join(", ");
  }
  if (min === null || max === null) return "";
  const words = (value: number | string) => {
    if (typeof value === "string") return dayText(value.slice(0, 10), "UTC");
    return unit === "share" ? `${Math.round(value * 100)}%` : value.toLocaleString("en", { maximumFractionDigits: 2 });
  };
  return `${words(min)} to ${words(max)}`;
}

/** Those with all of the words in what they are called and in what kind of thing they are; by name first. */
export function foundOptions(options: readonly PickerOption[], text: string): readonly PickerOption[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return options;
  const byName = options.filter(({ label }) => wanted.every((word) => folded(label).includes(word)));
  const all = options.filter(({ label, group, kind, details }) => {
    const said = folded(`${label} ${group} ${kind} ${details}`);
    return wanted.every((word) => said.includes(word));
  });
  return [...byName, ...all.filter((option) => !byName.includes(option))];
}

/** Without regard to case and accents. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
