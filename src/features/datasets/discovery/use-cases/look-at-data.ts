import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { Trait } from "../../catalog-rules";
import { findDataset } from "../../dataset-list-queries";
import type { StoredSnapshot } from "../../dataset-queries";
import type { Asker } from "../../questions/rule-question";
import { appQuestions, openSnapshot } from "../../snapshots/snapshot-files";
import { readSnapshot } from "../../use-cases/read-snapshot";
import type { AskedData, RoleChoice } from "../discovery-contract";
import { guessTrait, nameOf, type TraitRole, traitsFor } from "../role-trait-rules";

/** A snapshot that something is to be found in. */
export interface Ground {
  readonly workspaceId: string;
  readonly snapshot: StoredSnapshot;
  readonly data: AskedData;
  /** Without personal ones. */
  readonly traits: readonly Trait[];
}

/** The dataset's newest snapshot, or the one that is named. Throws NOT_FOUND, also when its data are gone. */
export async function readGround(
  scope: Scope<"document.read">,
  { datasetId, snapshotId = null }: { readonly datasetId: string; readonly snapshotId?: string | null },
): Promise<Ground> {
  const { tx, workspaceId } = scope;
  const snapshot = await readSnapshot(scope, { datasetId, snapshotId });
  const dataset = await findDataset(tx, workspaceId, datasetId);
  if (!dataset) throw new AppError("NOT_FOUND", "These customer data are not there any more.");
  const { id, number, asOf, customers } = snapshot;
  return {
    workspaceId,
    snapshot,
    data: { datasetId, name: dataset.name, snapshotId: id, number, asOf, customers },
    traits: snapshot.catalog.traits.filter(({ isPersonal }) => !isPersonal),
  };
}

export function filesOf({ workspaceId, snapshot: { id, revision, events } }: Ground) {
  return { workspaceId, id, revision, hasEvents: events > 0 };
}

/** Holds no connection of the database. */
export async function askerOf(ground: Ground, signal: AbortSignal | undefined): Promise<Asker> {
  return { engine: await appQuestions(), file: await openSnapshot(filesOf(ground)), signal };
}

/** The trait that plays a role: the chosen one, or else the likeliest. Throws INVALID for one that can't. */
export function choiceOf(role: TraitRole, { traits }: Ground, chosen: string | null): RoleChoice {
  const options = traitsFor(role, traits);
  if (chosen !== null && !options.some(({ id }) => id === chosen)) {
    throw new AppError("INVALID", "This column isn’t in the data, or says something else. Choose another one.", {
      path: role,
    });
  }
  return { chosen: chosen ?? guessTrait(role, traits)?.id ?? null, options: options.map(nameOf) };
}

/** The trait of a choice, as rules name it. */
export function chosenTrait({ chosen, options }: RoleChoice) {
  return options.find(({ id }) => id === chosen) ?? null;
}
