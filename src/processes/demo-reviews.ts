// What the demo's team has reviewed lately, and the review that it has planned.
import { documentKinds } from "@/api/document-kinds";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { decideReview } from "@/features/reviews/deciding/use-cases/decide-review";
import { planSession } from "@/features/reviews/planning/use-cases/plan-session";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";

const DAY_MS = 24 * 60 * 60 * 1000;
const ZONE = "Europe/London";

interface Place {
  readonly workspaceId: string;
  readonly userIdOf: (nickname: string) => string;
  /** Ids of the documents by their titles. */
  readonly titles: ReadonlyMap<string, string>;
}

export async function holdReviews(tx: Tx, { workspaceId, userIdOf, titles }: Place, now = new Date()): Promise<void> {
  const idOf = (title: string): string => {
    const documentId = titles.get(title);
    if (!documentId) throw new Error(`the demo has no document called ${title}`);
    return documentId;
  };
  const today = dayOf(now, ZONE);

  const kofi = await openScope(tx, userIdOf("kofi"), workspaceId, "review.decide");
  await decideReview(
    kofi,
    documentKinds,
    {
      ...{ workspaceId, documentId: idOf("Trade accounts"), result: "still-true", version: 1, tasks: [] },
      note: "October's ledger says the same: 35 % of turnover, orders on account, before eight in the morning.",
      revision: (await readDraft(kofi.also("draft.read"), documentKinds.segment, idOf("Trade accounts"))).revision,
    },
    { now: new Date(now.getTime() - 12 * DAY_MS) },
  );
  const ana = await openScope(tx, userIdOf("ana"), workspaceId, "review.decide");
  await decideReview(ana, documentKinds, {
    ...{ workspaceId, documentId: idOf("Dev Patel"), result: "changes-asked", version: 1 },
    note: "Two of the five welcome calls were about the same flat. Hear three more before we build on it.",
    revision: (await readDraft(ana.also("draft.read"), documentKinds.persona, idOf("Dev Patel"))).revision,
    tasks: [
      { text: "Listen to three more welcome calls", assigneeId: userIdOf("ben"), dueOn: addDays(today, 5) },
      { text: "Say which of Dev's goals they bear out", assigneeId: userIdOf("ana"), dueOn: addDays(today, 6) },
    ],
  });
  const people = ["ana", "ben", "kofi", "ines"].map(userIdOf);
  const agenda = ["Maya Okafor", "Ruth Lindqvist", "Dev Patel", "Weekend rebuilders"];
  await planSession(ana.also("review.plan"), {
    title: "Q4 persona review",
    purpose: "Are the four we build the spring campaign on still the people who come in?",
    when: { mode: "live", starts: `${addDays(today, 6)}T10:00`, minutes: 60 },
    timeZone: ZONE,
    facilitatorId: userIdOf("ana"),
    items: agenda.map((title) => ({ documentId: idOf(title), minutes: 15 })),
    participantIds: people,
  });
}
