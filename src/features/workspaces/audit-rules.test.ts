import { expect, test } from "vitest";
import { AUDIT_ACTIONS, type AuditEntry } from "./audit-contract";
import { AUDIT_ACTION_LABELS, auditSentence } from "./audit-rules";

const ana = { userId: "00000000-0000-4000-8000-00000000000a", name: "Ana" };
const entry = (given: Pick<AuditEntry, "action" | "details"> & Partial<AuditEntry>): AuditEntry => ({
  id: 1,
  at: "2026-03-01T12:00:00.000Z",
  actor: ana,
  objectId: "00000000-0000-4000-8000-00000000000b",
  objectName: null,
  ...given,
});

test.each([
  [
    "Ana changed Ben’s role from viewer to editor.",
    entry({
      action: "member.role-changed",
      objectName: "Ben",
      details: { roleBefore: "viewer", roleAfter: "editor" },
    }),
  ],
  [
    "Ana changed their own role from owner to admin.",
    entry({
      action: "member.role-changed",
      objectId: ana.userId,
      objectName: "Ana",
      details: { roleBefore: "owner", roleAfter: "admin" },
    }),
  ],
  [
    "Ana changed Ines’ role from viewer to editor.",
    entry({
      action: "member.role-changed",
      objectName: "Ines",
      details: { roleBefore: "viewer", roleAfter: "editor" },
    }),
  ],
  [
    "Ana removed Ben, who was editor.",
    entry({ action: "member.removed", objectName: "Ben", details: { role: "editor" } }),
  ],
  [
    "Ana invited ben@example.org as reviewer.",
    entry({ action: "invitation.sent", objectName: "ben@example.org", details: { role: "reviewer" } }),
  ],
  [
    "Ana renamed the workspace from Acme to Acme Ltd.",
    entry({
      action: "workspace.renamed",
      details: { nameBefore: "Acme", nameAfter: "Acme Ltd", slugBefore: "acme", slugAfter: "acme" },
    }),
  ],
  [
    "Ana changed the address from /w/acme to /w/acme-ltd.",
    entry({
      action: "workspace.renamed",
      details: { nameBefore: "Acme", nameAfter: "Acme", slugBefore: "acme", slugAfter: "acme-ltd" },
    }),
  ],
  [
    "Ana published version 2 of the persona Maya Okafor.",
    entry({ action: "version.published", details: { kind: "persona", title: "Maya Okafor", number: 2 } }),
  ],
  [
    "Ana closed the workspace, to be deleted on 29 November 2026.",
    entry({ action: "workspace.closed", details: { until: "2026-11-29T12:00:00.000Z" } }),
  ],
  [
    "Ana let members enter by single sign-on only, and let people be invited from acme.example, before from anywhere.",
    entry({
      action: "sign-in.changed",
      details: { byBefore: "any", byAfter: "oidc", domainsBefore: "", domainsAfter: "acme.example" },
    }),
  ],
  [
    "Ana let people be invited from anywhere, before from acme.example.",
    entry({
      action: "sign-in.changed",
      details: { byBefore: "any", byAfter: "any", domainsBefore: "acme.example", domainsAfter: "" },
    }),
  ],
  [
    "Ana deleted the persona Maya Okafor with 1 version for good.",
    entry({ action: "document.deleted", details: { kind: "persona", title: "Maya Okafor", versions: 1 } }),
  ],
  [
    "Ana changed what publishing asks for from no approval to 2 approvals by the document’s verifiers.",
    entry({
      action: "policy.changed",
      details: { neededBefore: 0, neededAfter: 2, byBefore: "reviewers", byAfter: "verifiers" },
    }),
  ],
  [
    "Ana imported snapshot 2 of Loyalty export with 412,880 customers.",
    entry({ action: "data.imported", details: { name: "Loyalty export", number: 2, customers: 412_880 } }),
  ],
  [
    "Ana changed how long Loyalty export is kept from until it is deleted to 365 days.",
    entry({ action: "data.changed", details: { name: "Loyalty export", daysBefore: null, daysAfter: 365 } }),
  ],
  [
    "Ana deleted the customer data Loyalty export.",
    entry({ action: "data.deleted", details: { name: "Loyalty export", number: null } }),
  ],
  [
    "Ana exported members of Loyalty export in 1 row.",
    entry({ action: "data.exported", details: { what: "members", name: "Loyalty export", rows: 1 } }),
  ],
  ["Ana erased 1 customer from 3 snapshots.", entry({ action: "person.erased", details: { people: 1, snapshots: 3 } })],
])("%s", (sentence, given) => {
  expect(auditSentence(given)).toBe(sentence);
});

test("the filter offers every action once", () => {
  expect(Object.keys(AUDIT_ACTION_LABELS)).toEqual(AUDIT_ACTIONS);
});
