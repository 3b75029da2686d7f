import { describe, expect, test } from "vitest";
import { acceptBlocks, invitationReader, invitationState, maskEmail } from "./invitation-rules";

const now = new Date("2026-03-01T12:00:00Z");
const later = new Date("2026-03-02T12:00:00Z");
const open = { expiresAt: later, acceptedAt: null, revokedAt: null };

test("an invitation is open until its end, and used or revoked for good", () => {
  expect(invitationState(open, now)).toBe("open");
  expect(invitationState(open, later)).toBe("expired");
  expect(invitationState({ ...open, acceptedAt: now }, later)).toBe("accepted");
  expect(invitationState({ ...open, revokedAt: now }, now)).toBe("revoked");
});

test("the reader is the addressee only with the same, verified address", () => {
  const ben = { email: "ben@example.org", isEmailVerified: true };
  expect(invitationReader("ben@example.org", ben, false)).toBe("addressee");
  expect(invitationReader("ben@example.org", { ...ben, isEmailVerified: false }, false)).toBe("unverified");
  expect(invitationReader("ana@example.org", ben, false)).toBe("stranger");
  expect(invitationReader("ana@example.org", ben, true)).toBe("member");
  expect(invitationReader("ana@example.org", null, false)).toBe("visitor");
});

describe("acceptBlocks", () => {
  test("lets the addressee of an open invitation through and nobody else", () => {
    expect(acceptBlocks("open", "addressee")).toEqual([]);
    for (const reader of ["visitor", "stranger", "unverified", "member"] as const) {
      expect(acceptBlocks("open", reader)).toEqual([reader]);
    }
    expect(acceptBlocks("expired", "addressee")).toEqual(["expired"]);
  });

  test("tells a member first that they are one", () => {
    expect(acceptBlocks("accepted", "member")[0]).toBe("member");
  });
});

test.each([
  ["ben.carter@example.org", "b•••@example.org"],
  ["b@example.org", "b•••@example.org"],
  ["nonsense", "•••"],
])("maskEmail shows %s as %s", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
