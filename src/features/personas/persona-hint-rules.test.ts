import { describe, expect, test } from "vitest";
import { type PersonaFacts, personaHints, type SegmentOfPersona } from "./persona-hint-rules";
import { personaKind } from "./persona-kind";
import type { PersonaContent } from "./persona-rules";

const ME = crypto.randomUUID();
const claim = (provenance: "assumption" | "grounded" | "measured", source = "") => ({
  id: crypto.randomUUID(),
  text: "Something",
  provenance,
  source,
});
const FULL: PersonaContent = {
  ...personaKind.empty("Maya"),
  quote: "I have an hour.",
  claims: {
    ...personaKind.empty("Maya").claims,
    goals: [claim("assumption")],
    pains: [claim("grounded", "Seven interviews")],
  },
};
const linked = (share: number | null = null) => ({
  segments: [{ id: "s", title: "Rebuilders", share, order: null }],
});
const segment = (given: Partial<SegmentOfPersona> = {}): SegmentOfPersona => ({
  id: "s",
  title: "Rebuilders",
  ageFrom: null,
  ageTo: null,
  personas: [{ id: ME, title: "Maya", kind: "primary", share: null }],
  ...given,
});
const other = (kind: string, share: number | null = null) => ({ id: "o", title: "Tom", kind, share });
const me = (share: number | null = null) => ({ id: ME, title: "Maya", kind: "primary", share });

type Case = [name: string, content: Partial<PersonaContent>, facts: Partial<PersonaFacts>, codes: string[]];

const CASES: readonly Case[] = [
  ["nothing when all is well", linked(40), { segments: [segment()] }, []],
  ["no segment", {}, {}, ["no-segment"]],
  ["no owner", linked(), { goneOwner: "Ana" }, ["no-owner"]],
  ["two primaries", linked(), { segments: [segment({ personas: [me(), other("primary")] })] }, ["two-primaries"]],
  ["one primary among others", linked(), { segments: [segment({ personas: [me(), other("secondary")] })] }, []],
  [
    "two primaries that it is not one of",
    { ...linked(), kind: "secondary" },
    {
      segments: [
        segment({ personas: [{ ...me(), kind: "secondary" }, other("primary"), { ...other("primary"), id: "p" }] }),
      ],
    },
    [],
  ],
  [
    "shares over 100",
    linked(60),
    { segments: [segment({ personas: [me(60), other("served", 41)] })] },
    ["shares-over"],
  ],
  ["shares of 100", linked(60), { segments: [segment({ personas: [me(60), other("served", 40)] })] }, []],
  ["negative with a share", { ...linked(0), kind: "negative" }, {}, ["negative-share"]],
  ["negative without a share", { ...linked(), kind: "negative" }, {}, []],
  ["age in the segment", { ...linked(), age: 34 }, { segments: [segment({ ageFrom: 34, ageTo: 34 })] }, []],
  ["age below", { ...linked(), age: 33 }, { segments: [segment({ ageFrom: 34 })] }, ["age-outside-segment"]],
  ["age above", { ...linked(), age: 46 }, { segments: [segment({ ageTo: 45 })] }, ["age-outside-segment"]],
  [
    "spread outside",
    { ...linked(), age: 40, ageFrom: 30, ageTo: 44 },
    { segments: [segment({ ageFrom: 34, ageTo: 45 })] },
    ["age-outside-segment"],
  ],
  ["ages turned", { ...linked(), ageFrom: 50, ageTo: 40 }, {}, ["ages-turned"]],
  ["age outside its own spread", { ...linked(), age: 20, ageFrom: 28, ageTo: 45 }, {}, ["age-outside-spread"]],
  ["nothing said", { ...linked(), quote: "" }, {}, ["empty"]],
];

describe("hints of a persona", () => {
  test.each(CASES)("%s", (_name, content, facts, codes) => {
    const found = personaHints({
      documentId: ME,
      content: { ...FULL, ...content },
      goneOwner: null,
      segments: [],
      ...facts,
    });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  test("name every claim that says grounded and not by what, and lead to the first", () => {
    const [one, two] = [claim("measured"), claim("grounded")];
    const sections = [{ id: crypto.randomUUID(), label: "Rituals", claims: [two] }];
    const content = { ...FULL, ...linked(), claims: { ...FULL.claims, needs: [one] }, sections };
    const [hint] = personaHints({ documentId: ME, content, goneOwner: null, segments: [] });
    expect(hint).toMatchObject({ code: "no-source", place: `claims.needs.${one.id}` });
    expect(hint?.message).toMatch(/^2 claims/);
  });

  test("link to the others that they speak of and never to the persona itself", () => {
    const segments = [segment({ personas: [me(60), other("primary", 50)] })];
    const found = personaHints({ documentId: ME, content: { ...FULL, ...linked(60) }, goneOwner: null, segments });
    for (const { links } of found) expect(links.map(({ id }) => id)).toEqual(["s", "o"]);
  });
});
