import { describe, expect, it, test } from "vitest";
import { publishBlocks } from "../versions/lifecycle-rules";
import type { ApprovalView } from "./approval-contract";
import { type AskFacts, askBlocks, countedApprovers, decideBlocks, mayApprove } from "./approval-rules";
import { approvalAt } from "./approval-view-rules";

const codes = (blocks: readonly { readonly code: string }[]) => blocks.map(({ code }) => code);

test.each([
  ["a reviewer, where reviewers approve", "reviewers", "reviewer", false, true],
  ["a viewer", "reviewers", "viewer", true, false],
  ["somebody who left", "reviewers", null, true, false],
  ["an owner who is not named, where verifiers approve", "verifiers", "owner", false, false],
  ["a named reviewer, where verifiers approve", "verifiers", "reviewer", true, true],
] as const)("%s may approve or not", (_, by, role, isVerifier, may) => {
  expect(mayApprove(by, { role, isVerifier })).toBe(may);
});

test("approvals count by people who may approve, not the one who asked, and not requests for changes", () => {
  const by = (userId: string, decision: "approved" | "changes-asked" = "approved") => ({
    userId,
    decision,
    role: "reviewer" as const,
    isVerifier: false,
  });
  expect(countedApprovers("reviewers", "ana", [by("ana"), by("ben"), by("kofi", "changes-asked")])).toEqual(["ben"]);
});

describe("publishing", () => {
  const facts = { isRetired: false, currentVersion: 3, isChanged: true, missing: [] };

  it.each([
    [2, 0, "2 approvals needed, none given."],
    [2, 1, "2 approvals needed, 1 given."],
    [1, 0, "1 approval needed, none given."],
    [1, 1, undefined],
    [0, 0, undefined],
  ])("with %i approvals needed and %i given says %s", (needed, given, message) => {
    expect(publishBlocks({ ...facts, approvals: { needed, given } })[0]?.message).toBe(message);
  });

  it("doesn't speak of approval while there is nothing to publish", () => {
    const approvals = { needed: 2, given: 0 };
    expect(codes(publishBlocks({ ...facts, isChanged: false, approvals }))).toEqual(["unchanged"]);
  });
});

describe("asking", () => {
  const facts: AskFacts = {
    policy: { needed: 2, by: "verifiers" },
    isAsked: false,
    otherApprovers: 2,
    isRetired: false,
    currentVersion: 1,
    isChanged: true,
    missing: [],
  };

  it.each([
    [{}, []],
    [{ policy: { needed: 0, by: "reviewers" as const } }, ["not-needed"]],
    [{ isAsked: true }, ["asked"]],
    [{ otherApprovers: 1 }, ["too-few"]],
    [{ isChanged: false }, ["unchanged"]],
    [{ isRetired: true }, ["retired"]],
  ])("of %o is blocked by %o", (changed, blocks) => {
    expect(codes(askBlocks({ ...facts, ...changed }))).toEqual(blocks);
  });
});

test.each([
  [{}, []],
  [{ isAsked: false }, ["not-asked"]],
  [{ isOwnRequest: true }, ["own-request"]],
  [{ mayApprove: false }, ["not-verifier"]],
  [{ isRetired: true }, ["retired"]],
])("deciding with %o is blocked by %o", (changed, blocks) => {
  const facts = { isRetired: false, isAsked: true, isOwnRequest: false, mayApprove: true };
  expect(codes(decideBlocks({ ...facts, ...changed }))).toEqual(blocks);
});

test("an edit of one's own makes approvals void before the server has said so", () => {
  const at = "2026-03-01T12:00:00.000Z";
  const decision = { person: { id: "b", name: "Ben" }, decision: "approved" as const, note: "", at, isCounted: true };
  const view: ApprovalView = {
    policy: { needed: 1, by: "reviewers" },
    revision: 4,
    given: 1,
    request: {
      askedBy: { id: "a", name: "Ana" },
      askedAt: at,
      note: "",
      isCurrent: true,
      isOwn: true,
      decisions: [decision],
    },
    verifiers: [],
    mayApprove: true,
    otherApprovers: 1,
  };
  expect(approvalAt(view, 4)).toBe(view);
  expect(approvalAt(view, 5)).toMatchObject({
    given: 0,
    request: { isCurrent: false, decisions: [{ isCounted: false }] },
  });
});
