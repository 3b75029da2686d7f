import { lockWorkspaceFields } from "@/features/workspaces/use-cases/lock-workspace-fields";
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { DOCUMENT_KINDS } from "@/shared/document-kinds";
import { cadenceView, planWords } from "../cadence-check-rules";
import { deleteCadence, findTimeZone, listDefaults, upsertCadence } from "../cadence-queries";
import { effectiveCadence } from "../cadence-rules";
import { dayOf } from "../due-day-rules";
import type { DefaultCadences, SetDefaultCadenceInput } from "../verification-contract";
import { cadenceChanged } from "../verification-jobs";
import { acceptedCadence } from "./preview-cadence";

const NOTHING = { document: null, kind: null, workspace: null, pause: null };

export async function readDefaultCadences({ tx, workspaceId }: Scope<"workspace.read">): Promise<DefaultCadences> {
  const { workspace, kinds } = await listDefaults(tx, workspaceId);
  const effective = effectiveCadence({ ...NOTHING, workspace }, null);
  return {
    workspace: { ...cadenceView(effective), isBuiltIn: workspace === null },
    kinds: DOCUMENT_KINDS.map((kind) => {
      const cadence = kinds.get(kind);
      return { kind, cadence: cadence ? cadenceView(cadence) : null };
    }),
  };
}

/**
 * Says how often documents are verified where nothing is laid down for them alone: of a kind, or of the workspace. Null
 * takes it back. The documents it holds for are moved by a job.
 */
export async function setDefaultCadence(
  scope: Scope<"workspace.configure">,
  { kind, cadence }: SetDefaultCadenceInput,
  now = new Date(),
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  // Whoever verifies at this moment is waited for, or waits and reads what is laid down here.
  await lockWorkspaceFields(scope);
  const defaults = await listDefaults(tx, workspaceId);
  const before = kind === null ? defaults.workspace : (defaults.kinds.get(kind) ?? null);
  if (before === null && cadence === null) return;
  const owner = { kind, documentId: null };
  const accepted = cadence && acceptedCadence(cadence, dayOf(now, await findTimeZone(tx, workspaceId)));
  if (accepted) await upsertCadence(tx, workspaceId, owner, { ...accepted, changedBy: userId, at: now });
  else await deleteCadence(tx, workspaceId, owner);
  await recordAudit(scope, {
    action: "cadence.changed",
    objectType: "workspace",
    objectId: workspaceId,
    details: {
      kind,
      wordsBefore: before && planWords(before.plan),
      wordsAfter: accepted && planWords(accepted.plan),
    },
  });
  await enqueue(tx, cadenceChanged, { workspaceId, userId, kind }, `cadence-changed:${crypto.randomUUID()}`);
}
