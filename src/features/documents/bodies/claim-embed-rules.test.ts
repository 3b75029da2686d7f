import { describe, expect, test } from "vitest";
import { claimAt, claimFate, matchingClaims } from "./claim-embed-rules";

const claim = (place: string, text: string, source = "") => ({ place, text, source, provenance: "grounded" as const });
const sections = [
  {
    label: "Goals",
    claims: [claim("claims.goals.1", "Finish before lunch"), claim("claims.goals.2", "Buy once", "I4")],
  },
  { label: "Pains", claims: [claim("claims.pains.1", "Labels say nothing")] },
];

describe("a claim in a text", () => {
  test("is found by its place, with its section", () => {
    expect(claimAt({ sections }, "claims.pains.1")).toMatchObject({ section: "Pains", text: "Labels say nothing" });
    expect(claimAt({ sections }, "claims.pains.9")).toBeUndefined();
  });

  test("is told to be the same, changed or dropped", () => {
    const pinned = claimAt({ sections }, "claims.goals.2");
    const now = (text: string, source: string) => ({
      sections: [{ label: "Goals", claims: [claim("claims.goals.2", text, source)] }],
    });
    expect(claimFate("Buy once", pinned, now("Buy once", "I4"), "claims.goals.2")).toBe("same");
    expect(claimFate("Buy once", pinned, now("Buy only once", "I4"), "claims.goals.2")).toBe("changed");
    expect(claimFate("Buy once", pinned, now("Buy once", "I7"), "claims.goals.2")).toBe("changed");
    expect(claimFate("Buy once", undefined, now("Buy once", "I7"), "claims.goals.2")).toBe("same");
    expect(claimFate("Buy once", pinned, { sections: [] }, "claims.goals.2")).toBe("dropped");
  });

  test("is found by its words or its source", () => {
    expect(matchingClaims(sections, " LABELS ")).toEqual([sections[1]]);
    expect(matchingClaims(sections, "i4")).toEqual([{ label: "Goals", claims: [sections[0]?.claims[1]] }]);
    expect(matchingClaims(sections, "")).toEqual(sections);
    expect(matchingClaims(sections, "nothing of the kind")).toEqual([]);
  });
});
