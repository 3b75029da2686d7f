import { describe, expect, it } from "vitest";
import { ROLES } from "@/shared/permissions";
import { decideBlocks, decidePublishBlocks, isVerifierOf, missingWords } from "./decide-rules";

const RESULTS = ["still-true", "published", "changes-asked", "retired"] as const;
const FACTS = { role: "editor", isVerifier: false, isRetired: false, currentVersion: 3 } as const;

it("says for each role, named or not, which decisions it may take", () => {
  const open = ROLES.flatMap((role) =>
    [false, true].map((isVerifier) => {
      const may = RESULTS.filter((result) => decideBlocks(result, { ...FACTS, role, isVerifier }).length === 0);
      return [role, isVerifier ? "named" : "", ...may].filter(Boolean).join(" ");
    }),
  );
  const all = RESULTS.join(" ");
  expect(open).toEqual([
    ...["viewer", "viewer named", "reviewer", "reviewer named still-true changes-asked"],
    ...["editor", "editor named", "admin", "admin named", "owner", "owner named"].map((who) => `${who} ${all}`),
  ]);
});

it("takes the owner for the verifier only where nobody is named", () => {
  expect(isVerifierOf("a", { ownerId: "a", verifierIds: [] })).toBe(true);
  expect(isVerifierOf("a", { ownerId: "a", verifierIds: ["b"] })).toBe(false);
  expect(isVerifierOf("b", { ownerId: "a", verifierIds: ["b"] })).toBe(true);
});

describe("reasons", () => {
  it("are one for what holds for every decision, and those of publishing after it", () => {
    const publishing = {
      isRetired: false,
      currentVersion: 3,
      isChanged: false,
      missing: [],
      approvals: { needed: 0, given: 0 },
    };
    for (const result of RESULTS) {
      expect(decideBlocks(result, { ...FACTS, isRetired: true }).map(({ code }) => code)).toEqual(["retired"]);
    }
    expect(decidePublishBlocks({ ...FACTS, isRetired: true }, publishing)).toHaveLength(1);
    expect(decidePublishBlocks(FACTS, publishing).map(({ code }) => code)).toEqual(["unchanged"]);
    expect(decideBlocks("still-true", { ...FACTS, currentVersion: null }).map(({ code }) => code)).toEqual([
      "unpublished",
    ]);
  });

  it("ask for a word wherever somebody will read why", () => {
    expect(RESULTS.filter((result) => missingWords({ result, note: "", tasks: 0 }) === null)).toEqual(["still-true"]);
    expect(RESULTS.filter((result) => missingWords({ result, note: "Why", tasks: 0 }) === null)).toEqual([...RESULTS]);
    expect(missingWords({ result: "changes-asked", note: "", tasks: 1 })).toBeNull();
    expect(missingWords({ result: "retired", note: "Why", tasks: 1 })).toMatch(/no tasks/);
  });
});
