import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAtLeast, ROLES, type Role } from "@/shared/permissions";
import { givableRoles, leaveBlocks, type MemberFacts, removalBlocks, roleChangeBlocks } from "./member-rules";

const facts = (actorRole: Role, targetRole: Role, also: Partial<MemberFacts> = {}): MemberFacts => ({
  actorRole,
  targetRole,
  isSelf: false,
  owners: 2,
  ...also,
});

describe("roleChangeBlocks", () => {
  test.each([
    ["an admin makes a viewer an editor", facts("admin", "viewer"), "editor", []],
    ["an admin makes an editor an admin", facts("admin", "editor"), "admin", []],
    ["an admin can't make anybody owner", facts("admin", "editor"), "owner", ["gives-above"]],
    ["an admin can't touch an owner", facts("admin", "owner"), "viewer", ["ranks-above"]],
    ["an owner makes a second owner", facts("owner", "admin", { owners: 1 }), "owner", []],
    ["an owner demotes another owner", facts("owner", "owner"), "viewer", []],
    ["an owner steps down when there is another", facts("owner", "owner", { isSelf: true }), "admin", []],
    ["the last owner can't", facts("owner", "owner", { isSelf: true, owners: 1 }), "admin", ["last-owner"]],
    ["an admin can't make themself owner", facts("admin", "admin", { isSelf: true }), "owner", ["raises-self"]],
    ["an admin may step down", facts("admin", "admin", { isSelf: true }), "viewer", []],
    ["an editor manages nobody", facts("editor", "viewer"), "viewer", ["no-right"]],
  ] as const)("%s", (_, given, role, blocks) => {
    expect(roleChangeBlocks(given, role)).toEqual(blocks);
  });

  test("never lets anybody end above their own role, touch somebody above, or leave no owner", () => {
    const role = fc.constantFrom(...ROLES);
    fc.assert(
      fc.property(
        role,
        role,
        role,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (actor, other, next, self, owners) => {
          const target = self ? actor : other;
          if (roleChangeBlocks(facts(actor, target, { isSelf: self, owners }), next).length > 0) return;
          expect(isAtLeast(actor, next)).toBe(true);
          expect(isAtLeast(actor, target)).toBe(true);
          const left = owners - (target === "owner" ? 1 : 0) + (next === "owner" ? 1 : 0);
          expect(left).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("removalBlocks and leaveBlocks", () => {
  test("keep the last owner, and owners from admins", () => {
    expect(removalBlocks(facts("admin", "editor"))).toEqual([]);
    expect(removalBlocks(facts("admin", "owner"))).toEqual(["ranks-above"]);
    expect(removalBlocks(facts("owner", "owner"))).toEqual([]);
    expect(removalBlocks(facts("owner", "owner", { owners: 1 }))).toEqual(["last-owner"]);
    expect(leaveBlocks("owner", 1)).toEqual(["last-owner"]);
    expect(leaveBlocks("owner", 2)).toEqual([]);
    expect(leaveBlocks("viewer", 1)).toEqual([]);
  });
});

test("givableRoles ends at one's own role and is empty below admin", () => {
  expect(ROLES.map((role) => givableRoles(role).length)).toEqual([0, 0, 0, 4, 5]);
});
