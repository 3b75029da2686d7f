// What is told in the feed of a document and of the workspace, and how.

/** Things that happened, on the first page. */
export const LATEST_ACTIVITIES = 6;

/** Done to a document, in the past tense. */
export const ACTIVITY_VERBS = [
  "created",
  "imported",
  "duplicated",
  "edited",
  "published",
  "restored",
  "brought-back",
  "retired",
  "reopened",
  "approval-asked",
  "approved",
  "changes-asked",
  "approval-reset",
  "commented",
  "resolved",
  "unresolved",
  "proposal-accepted",
  "proposal-declined",
  "tagged",
  "handed-over",
  "cadence-set",
  "verified",
  "review-changes-asked",
] as const;
export type ActivityVerb = (typeof ACTIVITY_VERBS)[number];

/** What one may look for in the feed. */
export const ACTIVITY_GROUPS = {
  published: { label: "Published and restored", verbs: ["published", "restored", "brought-back"] },
  written: { label: "Made and written", verbs: ["created", "imported", "duplicated", "edited"] },
  said: { label: "Comments", verbs: ["commented", "resolved", "unresolved", "proposal-accepted", "proposal-declined"] },
  approved: { label: "Approvals", verbs: ["approval-asked", "approved", "changes-asked", "approval-reset"] },
  reviewed: { label: "Reviews", verbs: ["verified", "review-changes-asked"] },
  kept: { label: "Tags, owners, retiring", verbs: ["retired", "reopened", "tagged", "handed-over", "cadence-set"] },
} as const satisfies Record<string, { readonly label: string; readonly verbs: readonly ActivityVerb[] }>;
export type ActivityGroup = keyof typeof ACTIVITY_GROUPS;

interface Told {
  readonly verb: ActivityVerb;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly count: number;
}

/** The words around a document's name: "published v4 of" Maya Okafor. */
export interface ActivityWords {
  readonly before: string;
  readonly after: string;
  /** Where the document is known from the surroundings: "published v4". */
  readonly alone: string;
}

/**
 * What somebody did, in words. Of `details` it reads `number` (of a version), `label` and `quote` (of a thread's place),
 * `from` (of a copy, the title of what was copied), `tags` (comma-separated) and `to` (whom something was handed to; the words of a cadence).
 */
export function activityWords({ verb, details, count }: Told): ActivityWords {
  const text = (name: string) => (details[name] === null || details[name] === undefined ? "" : String(details[name]));
  const version = text("number") ? `v${text("number")}` : "a version";
  const of = (words: string): ActivityWords => ({ before: `${words} of`, after: "", alone: words });
  const it = (words: string, after = ""): ActivityWords => ({ before: words, after, alone: `${words} it${after}` });
  const place = text("label");
  switch (verb) {
    case "created":
      return it("created");
    case "imported":
      return it("imported");
    case "duplicated":
      return it("made", text("from") ? ` as a copy of ${text("from")}` : " as a copy");
    case "edited": {
      const edits = count === 1 ? "made an edit" : `made ${count} edits`;
      return { before: `${edits} in`, after: "", alone: edits };
    }
    case "published":
      return of(`published ${version}`);
    case "restored":
      return { ...of(`restored ${version}`), after: " as its draft", alone: `restored ${version} as the draft` };
    case "brought-back":
      return of("brought back a draft");
    case "retired":
      return it("retired");
    case "reopened":
      return it("brought", " back into use");
    case "approval-asked":
      return { before: "asked for approval of", after: "", alone: "asked for approval" };
    case "approved":
      return { before: "approved the draft of", after: "", alone: "approved the draft" };
    case "changes-asked":
      return { before: "asked for changes to", after: "", alone: "asked for changes" };
    case "approval-reset":
      return {
        before: "made an edit that ended the approval of",
        after: "",
        alone: "made an edit that ended the approval",
      };
    case "commented": {
      const times = count > 1 ? ` ${count} times` : "";
      const where = place ? `commented${times} on ${place}` : `commented${times}`;
      return { before: place ? `${where} of` : `${where} on`, after: "", alone: where };
    }
    case "resolved":
    case "unresolved": {
      const done = verb === "resolved" ? "resolved a thread" : "reopened a thread";
      const where = place ? `${done} on ${place}` : done;
      return { before: place ? `${where} of` : `${where} on`, after: "", alone: where };
    }
    case "proposal-accepted":
    case "proposal-declined": {
      const done = verb === "proposal-accepted" ? "accepted a proposal" : "declined a proposal";
      const where = place ? `${done} for ${place}` : done;
      return { before: place ? `${where} of` : `${where} for`, after: "", alone: where };
    }
    case "tagged": {
      const tags = text("tags");
      return tags ? it("tagged", ` ${tags}`) : { before: "took the tags off", after: "", alone: "took the tags off" };
    }
    case "cadence-set": {
      const alone = `changed how often it is verified${text("to") ? ` (${text("to")})` : ""}`;
      return { before: "changed the verification of", after: text("to") ? ` (${text("to")})` : "", alone };
    }
    case "handed-over":
      return it("handed", text("to") ? ` over to ${text("to")}` : " over");
    case "verified":
      return { before: `confirmed ${version} of`, after: "", alone: `confirmed ${version} as still true` };
    case "review-changes-asked":
      return { before: "asked in a review for changes to", after: "", alone: "asked in a review for changes" };
  }
}

/** As one sentence: "Ana published v4 of Maya Okafor." */
export function activitySentence(told: Told & { readonly actorName: string; readonly title: string }): string {
  const { before, after } = activityWords(told);
  return `${told.actorName} ${before} ${told.title || "a document without a name"}${after}.`;
}

/** Rows of one day together, in the order in which they come. `dayOf` tells the reader's day of a moment. */
export function byDay<Row extends { readonly at: string }>(
  rows: readonly Row[],
  dayOf: (at: string) => string,
): readonly { readonly day: string; readonly rows: readonly Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row.at);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
