import { describe, expect, test } from "vitest";
import { NOTIFICATION_KINDS, type NotificationKind, noticePath, noticePredicate } from "./notification-rules";

const maya = { documentId: "d", documentKind: "persona", title: "Maya Okafor" };

describe("a notice", () => {
  test.each([
    ["comment.mentioned", { label: "Goals" }, "mentioned you on Goals of Maya Okafor"],
    ["comment.mentioned", { label: null }, "mentioned you on Maya Okafor"],
    ["comment.replied", { label: "Quote" }, "replied in a thread on Quote of Maya Okafor"],
    ["approval.asked", {}, "asks you to approve Maya Okafor"],
    ["proposal.decided", { decision: "accepted" }, "accepted your proposal for Maya Okafor"],
    ["approval.decided", { decision: "approved" }, "approved Maya Okafor"],
    ["approval.decided", { decision: "changes-asked" }, "asks for changes to Maya Okafor before it is published"],
    ["approval.reset", {}, "changed Maya Okafor, so that its approval has to be asked for again"],
    [
      "segment.drifted",
      { segment: "Rebuilders", sentence: "It moved." },
      "brought in customer data from which Rebuilders, which Maya Okafor stands for, has drifted. It moved.",
    ],
  ] as const)("of %s with %j says what somebody did", (kind, more, sentence) => {
    expect(noticePredicate({ kind, subject: { ...maya, ...more } })).toBe(sentence);
  });

  test.each(Object.keys(NOTIFICATION_KINDS) as NotificationKind[])(
    "of %s says something where its subject says nothing",
    (kind) => expect(noticePredicate({ kind, subject: {} })).toContain("a document without a name"),
  );

  test("leads to its thread, else to its document, else nowhere", () => {
    expect(noticePath({ ...maya, threadId: "t" })).toBe("/personas/d?thread=t");
    expect(noticePath({ ...maya, documentKind: "segment" })).toBe("/segments/d");
    expect(noticePath({ documentKind: "constructor", documentId: "d" })).toBeNull();
    expect(noticePath({})).toBeNull();
  });
});
