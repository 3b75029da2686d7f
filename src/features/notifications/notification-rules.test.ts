import { describe, expect, test } from "vitest";
import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationSubject,
  noticeLead,
  noticePath,
  noticePredicate,
} from "./notification-rules";

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
    (kind) => {
      const said = `${noticeLead({ kind, subject: {} }, "Ana")} ${noticePredicate({ kind, subject: {} })}`;
      expect(said).toMatch(/a (document|review) without a name/);
    },
  );

  test("of what the clock did begins with what it is about", () => {
    const said = (subject: NotificationSubject) => {
      const told = { kind: "review.due", subject } as const;
      return `${noticeLead(told, null)} ${noticePredicate(told)}`;
    };
    expect(said({ ...maya, dueOn: "2020-11-30" })).toBe("Maya Okafor is due for review by 30 Nov 2020");
    expect(said({ documentKind: "persona", count: 12 })).toBe("12 personas are due for review");
  });

  test("leads to its thread, else to its document, else nowhere", () => {
    expect(noticePath({ ...maya, threadId: "t" })).toBe("/personas/d?thread=t");
    expect(noticePath({ ...maya, documentKind: "segment" })).toBe("/segments/d");
    expect(noticePath({ documentKind: "constructor", documentId: "d" })).toBeNull();
    expect(noticePath({})).toBeNull();
    expect(noticePath({ ...maya, page: "review" })).toBe("/personas/d/review");
    expect(noticePath({ documentKind: "persona", count: 12, list: "mine" })).toBe("/personas?verifier=me");
    expect(noticePath({ sessionId: "s", title: "Autumn" })).toBe("/reviews/s");
  });
});
