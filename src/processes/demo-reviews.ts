// What the demo's people have reviewed alone since their session, and the session that they have planned.
import { documentKinds } from "@/api/document-kinds";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { decideReview } from "@/features/reviews/deciding/use-cases/decide-review";
import { planSession } from "@/features/reviews/planning/use-cases/plan-session";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { DEMO_TIME_ZONE, daysBefore, happenedAt, workday } from "./demo-clock";
import type { DemoPlace } from "./demo-writing";

const CONFIRMED_DAYS_AGO = 9;
const PLANNED_DAYS_AGO = 3;

export async function planReviews(tx: Tx, { workspaceId, userIdOf, titles, now }: DemoPlace): Promise<void> {
  const idOf = (title: string): string => {
    const documentId = titles.get(title);
    if (!documentId) throw new Error(`the demo has no document called ${title}`);
    return documentId;
  };
  const ben = await openScope(tx, userIdOf("ben"), workspaceId, "review.decide");
  const documentId = idOf("Steady makers");
  const { revision } = await readDraft(ben.also("draft.read"), documentKinds.segment, documentId);
  const confirmed = daysBefore(now, CONFIRMED_DAYS_AGO);
  await decideReview(
    ben,
    documentKinds,
    {
      ...{ workspaceId, documentId, revision, result: "still-true", version: 1, tasks: [] },
      note: "Looked at the newest export and stood at the till for a morning. Nothing to change.",
    },
    { now: confirmed },
  );
  await happenedAt(tx, confirmed, now);

  const ana = await openScope(tx, userIdOf("ana"), workspaceId, "review.plan");
  const agenda = ["Maya Okafor", "Ruth Lindqvist", "Dev Patel", "Weekend rebuilders"];
  await planSession(
    ana,
    {
      title: "Quarterly persona review",
      purpose: "Are the people we build the spring campaign on still the people who come in?",
      when: { mode: "live", starts: `${workday(addDays(dayOf(now, DEMO_TIME_ZONE), 6), "later")}T10:00`, minutes: 60 },
      timeZone: DEMO_TIME_ZONE,
      facilitatorId: userIdOf("ana"),
      items: agenda.map((title) => ({ documentId: idOf(title), minutes: 15 })),
      participantIds: ["ana", "ben", "kofi", "ines", "sara"].map(userIdOf),
    },
    now,
  );
  await happenedAt(tx, daysBefore(now, PLANNED_DAYS_AGO), now);
}
