import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKinds } from "../../threads/use-cases/discussed-document";
import { escalationProblem, planHint, planProblem, planWords, tidyPlan } from "../cadence-check-rules";
import { findTimeZone } from "../cadence-queries";
import { dayOf, dueDays } from "../due-day-rules";
import type { CadenceInput, PlannedDays, PreviewCadenceInput } from "../verification-contract";
import { verifiableDocument } from "./read-verification";

const DAYS_SHOWN = 5;

/** The cadence as it is kept. Throws INVALID with the sentence that says why it can't be. */
export function acceptedCadence(cadence: CadenceInput, today: string): CadenceInput {
  const plan = tidyPlan(cadence.plan);
  const problem = planProblem(plan, today);
  if (problem !== null) throw new AppError("INVALID", problem, { path: "cadence.plan" });
  const escalation = escalationProblem(cadence);
  if (escalation !== null) throw new AppError("INVALID", escalation, { path: "cadence.adminsAfterDays" });
  return { ...cadence, plan, leadDays: [...cadence.leadDays].sort((one, two) => two - one) };
}

/** The next days that a cadence would give. Throws as setting it would. */
export async function previewCadence(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId, cadence: asked }: PreviewCadenceInput,
  now = new Date(),
): Promise<PlannedDays> {
  const document = documentId === null ? null : await verifiableDocument(scope, kinds, documentId);
  const timeZone = await findTimeZone(scope.tx, scope.workspaceId);
  const cadence = acceptedCadence(asked, dayOf(now, timeZone));
  // Laid down now: nobody has verified early for one of its days yet.
  const planned = { ...cadence, isPaused: false, since: now };
  return {
    words: planWords(cadence.plan),
    days: dueDays(document?.verifiedAt ?? now, planned, timeZone, DAYS_SHOWN),
    hint: planHint(cadence.plan),
  };
}
