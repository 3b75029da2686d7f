// Which traits of a profile are shown, and in which order.
import { TRAIT_GROUPS, type Trait, type TraitGroup } from "./catalog-rules";

export const PROFILE_ORDERS = {
  file: "As in the file",
  name: "By name",
  known: "Best known first",
  distinct: "Fewest values first",
} as const;
export type ProfileOrder = keyof typeof PROFILE_ORDERS;

export interface ProfileGroup {
  readonly group: TraitGroup;
  readonly label: string;
  readonly traits: readonly Trait[];
}

const COMPARE: Record<ProfileOrder, (one: Trait, other: Trait) => number> = {
  file: () => 0,
  name: (one, other) => one.label.localeCompare(other.label, "en"),
  known: (one, other) => other.profile.known - one.profile.known,
  distinct: (one, other) => one.profile.distinct - other.profile.distinct,
};

/** Traits whose name, or one of whose frequent values, holds every word of the text. */
export function matchingTraits(traits: readonly Trait[], text: string): readonly Trait[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return traits;
  return traits.filter(({ label, profile }) => {
    const said = [label, ...profile.top.map(({ value }) => value)].join("\n").toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** By group, in the order of the groups; groups without traits are left out. */
export function profileGroups(traits: readonly Trait[], order: ProfileOrder): readonly ProfileGroup[] {
  const sorted = [...traits].sort(COMPARE[order]);
  return (Object.keys(TRAIT_GROUPS) as TraitGroup[])
    .map((group) => ({
      group,
      label: TRAIT_GROUPS[group],
      traits: sorted.filter((trait) => trait.group === group),
    }))
    .filter((one) => one.traits.length > 0);
}

/** The first `most` traits over all groups. */
export function firstTraits(groups: readonly ProfileGroup[], most: number): readonly ProfileGroup[] {
  let room = most;
  return groups.flatMap((group) => {
    const traits = group.traits.slice(0, room);
    room -= traits.length;
    return traits.length > 0 ? [{ ...group, traits }] : [];
  });
}
