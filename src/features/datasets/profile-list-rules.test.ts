import { expect, it } from "vitest";
import { type Trait, type TraitGroup, UNKNOWN_PROFILE } from "./catalog-rules";
import { maskCatalog } from "./mask-catalog-rules";
import { firstTraits, matchingTraits, profileGroups } from "./profile-list-rules";

function trait(id: string, group: TraitGroup, known: number, values: readonly string[] = []): Trait {
  return {
    id,
    label: id.toUpperCase(),
    type: "text",
    group,
    unit: "plain",
    isPersonal: false,
    origin: "column",
    profile: {
      ...UNKNOWN_PROFILE,
      known,
      distinct: values.length,
      top: values.map((value) => ({ value, count: 1 })),
    },
  };
}

const TRAITS = [
  trait("spent", "behavioural", 5),
  trait("city", "geographic", 9, ["Lyon", "Graz"]),
  trait("age", "demographic", 7),
  trait("born", "demographic", 8),
];
const idsOf = (groups: ReturnType<typeof profileGroups>) => groups.map(({ traits }) => traits.map(({ id }) => id));

it("groups traits in the order of the groups, and sorts within them", () => {
  expect(idsOf(profileGroups(TRAITS, "file"))).toEqual([["age", "born"], ["city"], ["spent"]]);
  expect(idsOf(profileGroups(TRAITS, "known"))).toEqual([["born", "age"], ["city"], ["spent"]]);
});

it("finds traits by their name and by a frequent value", () => {
  const found = (text: string) => matchingTraits(TRAITS, text).map(({ id }) => id);
  expect(found("  ")).toHaveLength(4);
  expect(found("gra")).toEqual(["city"]);
  expect(found("city lyon")).toEqual(["city"]);
  expect(found("nobody")).toEqual([]);
});

it("draws no more than it is told to, over all groups", () => {
  const groups = profileGroups(TRAITS, "file");
  expect(idsOf(firstTraits(groups, 3))).toEqual([["age", "born"], ["city"]]);
  expect(idsOf(firstTraits(groups, 99))).toEqual(idsOf(groups));
});

it("keeps of a personal trait how much is known, and nothing of what", () => {
  const personal = { ...trait("mail", "demographic", 3, ["ana@example.org"]), isPersonal: true };
  const { traits } = maskCatalog({ traits: [personal, ...TRAITS], events: null });
  expect(traits[0]?.profile).toEqual({ ...UNKNOWN_PROFILE, known: 3, distinct: 1 });
  expect(traits.slice(1)).toEqual(TRAITS);
});
