import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKinds } from "../../threads/use-cases/discussed-document";
import { escalationProblem, planHint, planProblem, planWords, tidyPlan } from "../cadence-check-rules";
import { findTimeZone } from "../cadence-queries";
import { dayOf, dueDays } from "../due-day-rules";
import type { CadenceInput, PlannedDays, PreviewCadenceInput } from "../verification-contract";
import { verifiableDocument } from "./read-verification";

const DAYS_SHOWN = 5;

/** The cadence as it is kept, with why it can't be. */
function judged(cadence: CadenceInput, today: string) {
  const plan = tidyPlan(cadence.plan);
  const problem = planProblem(plan, today);
  const escalation = escalationProblem(cadence);
  return {
    cadence: { ...cadence, plan, leadDays: [...cadence.leadDays].sort((one, two) => two - one) },
    refused:
      problem !== null
        ? { problem, path: "cadence.plan" }
        : escalation !== null
          ? { problem: escalation, path: "cadence.adminsAfterDays" }
          : null,
  };
}

/** The cadence as it is kept. Throws INVALID with the sentence that says why it can't be. */
export function acceptedCadence(asked: CadenceInput, today: string): CadenceInput {
  const { cadence, refused } = judged(asked, today);
  if (refused) throw new AppError("INVALID", refused.problem, { path: refused.path });
  return cadence;
}

/** The next days that a cadence would give, or why it gives none: what is typed is seldom whole. */
export async function previewCadence(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId, cadence: asked }: PreviewCadenceInput,
  now = new Date(),
): Promise<PlannedDays> {
  const document = documentId === null ? null : await verifiableDocument(scope, kinds, documentId);
  const timeZone = await findTimeZone(scope.tx, scope.workspaceId);
  const { cadence, refused } = judged(asked, dayOf(now, timeZone));
  if (refused) return { problem: refused.problem, words: "", days: [], hint: null };
  // Laid down now: nobody has verified early for one of its days yet.
  const planned = { ...cadence, isPaused: false, since: now };
  return {
    problem: null,
    words: planWords(cadence.plan),
    days: dueDays(document?.verifiedAt ?? now, planned, timeZone, DAYS_SHOWN),
    hint: planHint(cadence.plan),
  };
}
