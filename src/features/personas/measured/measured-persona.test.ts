import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemberProfile, TraitPicture } from "@/features/datasets/measures/profile-rules";
import { personaKind } from "../persona-kind";
import type { PersonaContent } from "../persona-rules";
import { heldAgainst, type MeasuredSegment, measuredPersona } from "./measured-rules";
import { readSource, writeSource } from "./measured-source-rules";

function trait(rest: Partial<TraitPicture> & Pick<TraitPicture, "id">): TraitPicture {
  return {
    ...{ label: rest.id, type: "text", group: "demographic", unit: "plain", base: null, typical: null },
    ...{ bins: { kind: "values", values: [] }, members: [0, 0] },
    ...rest,
  };
}

const cities = (lyon: number, graz: number, others = 0) =>
  trait({
    ...{ id: "home_city", label: "Home city", group: "geographic" },
    bins: { kind: "values", values: ["Lyon", "Graz"] },
    members: [lyon, graz, others, 0],
    base: [200, 700, 100, 0],
  });
const age = trait({
  ...{
    id: "age",
    label: "Age",
    type: "number",
    bins: { kind: "numbers", edges: [30, 40] },
    members: [100, 100, 100, 0],
  },
  typical: { p10: 22, p25: 28, median: 34.4, p75: 45, p90: 60 },
});
const spent = trait({
  ...{ id: "spent", label: "Spent", type: "number", group: "behavioural", unit: { currency: "EUR" } },
  bins: { kind: "numbers", edges: [100] },
  members: [150, 150, 0],
  typical: { p10: 5, p25: 50, median: 120, p75: 200, p90: 900 },
});

const segment = (...traits: readonly TraitPicture[]): MeasuredSegment => ({
  ...{ segment: "Rebuilders", version: 3, dataName: "Customers", asOf: "2026-11-01", snapshot: 3 },
  profile: { traits } satisfies MemberProfile,
});

const persona = (rest: Partial<PersonaContent>) =>
  personaKind.schema.parse({ ...personaKind.empty("Maya"), archetype: "Rebuilds", ...rest });
const made = (measured: MeasuredSegment) => persona(measuredPersona(measured, () => crypto.randomUUID()));

describe("a persona from a segment", () => {
  it("has typical values with their spread, and claims that say what they rest on", () => {
    const content = made(segment(cities(180, 100, 20), age, spent));
    expect(content).toMatchObject({ age: 34, ageFrom: 28, ageTo: 45, location: "Lyon" });
    expect(content.claims.behaviours).toMatchObject([
      {
        text: "Home city: Lyon: 60% of them, 20% of everyone",
        provenance: "measured",
        source: "Rebuilders v3, Customers, 1 Nov 2026 (snapshot 3): Home city: Lyon 60%",
      },
      {
        text: "Spent: €120 in the middle, half of them from €50 to €200",
        source: "Rebuilders v3, Customers, 1 Nov 2026 (snapshot 3): Spent median 120",
      },
    ]);
  });

  it("takes the age from the year of birth, and leaves out what isn't typical or is no age", () => {
    const born = trait({
      ...{ id: "year_birth", label: "Year_Birth", type: "number" },
      typical: { p10: 1950, p25: 1960, median: 1970, p75: 1980, p90: 1990 },
    });
    expect(made(segment(born, cities(50, 60, 190)))).toMatchObject({ age: 56, ageFrom: 46, ageTo: 66, location: "" });
    const odd = trait({ id: "age", type: "number", typical: { p10: -4, p25: 0, median: 1, p75: 2, p90: 900 } });
    expect(made(segment(odd)).age).toBeNull();
  });

  it("is said by the data it was made of, and contradicted once they are others", () => {
    const content = made(segment(cities(180, 100, 20), age, spent));
    expect(
      heldAgainst(content, [segment(cities(180, 100, 20), age, spent)]).map((fact) => fact.isContradicted),
    ).toEqual([false, false, false, false]);
    const older = { ...age, typical: { p10: 50, p25: 55, median: 60, p75: 65, p90: 80 } };
    const richer = { ...spent, typical: { p10: 300, p25: 400, median: 500, p75: 600, p90: 900 } };
    expect(heldAgainst(content, [segment(cities(20, 270, 10), older, richer)])).toMatchObject([
      { place: "age", stated: "34 (28–45)", measured: "60 in the middle, half 55–65", isContradicted: true },
      { place: "location", stated: "Lyon", measured: "7% of them, most often Graz (90%)", isContradicted: true },
      { label: "Behaviours", measured: "7% of them", isContradicted: true },
      { label: "Behaviours", measured: "€500 in the middle", isContradicted: true },
    ]);
  });
});

describe("what a persona says", () => {
  it.each([
    ["Lyon", cities(180, 100, 20), false],
    ["the old town of Graz", cities(250, 40, 10), false],
    ["Graz", cities(280, 15, 5), true],
    ["Bath", cities(180, 100, 20), true],
  ])("lives in %s: contradicted %#", (location, city, isContradicted) => {
    expect(heldAgainst(persona({ location }), [segment(city)])).toMatchObject([{ isContradicted }]);
  });

  it("isn't judged by few people, by other words, or by what the data don't know", () => {
    expect(heldAgainst(persona({ location: "Bath" }), [segment(cities(10, 10))])).toEqual([]);
    expect(heldAgainst(persona({ location: "Bath" }), [segment(cities(100, 100, 100))])).toEqual([]);
    expect(heldAgainst(persona({ location: "Bath", age: 20 }), [segment(spent)])).toEqual([]);
    expect(heldAgainst(persona({}), [segment(cities(180, 100), age)])).toEqual([]);
  });
});

it("a source is found again as it was written, whatever the names are", () => {
  const figure = fc.oneof(
    fc.record({ kind: fc.constant("share" as const), words: fc.string({ minLength: 1 }), percent: fc.nat(100) }),
    fc.record({ kind: fc.constant("median" as const), words: fc.string({ minLength: 1 }), value: fc.integer() }),
  );
  fc.assert(
    fc.property(figure, fc.string(), fc.string(), (written, name, dataName) => {
      fc.pre(!/[\n\r\u2028\u2029]/.test(written.words) && !/\(snapshot \d/.test(`${name}${dataName}${written.words}`));
      const source = { segment: name, version: 1, dataName, asOf: "2026-11-01", snapshot: 2 };
      expect(readSource(writeSource(source, written))).toEqual(written);
    }),
  );
});
