import { type Trait, type TraitValue, traitOf } from "@/features/datasets/catalog-rules";
import { findValues as askValues } from "@/features/datasets/questions/values";
import type { SnapshotFiles } from "@/features/datasets/snapshots/snapshot-files";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import type { Scope } from "@/server/access/open-scope";
import type { TraitValuesInput } from "../measuring-contract";
import { askerOf } from "./asker-of";

/** Nobody leafs through personal values: one must know what one looks for. */
const LEAST_PERSONAL = 3;

interface PreparedValues {
  readonly snapshot: SnapshotFiles;
  /** Null where there is nothing that the person may see. */
  readonly trait: Trait | null;
}

export async function prepareValues(
  scope: Scope<"document.read">,
  { datasetId, snapshotId, of, trait: id, search }: TraitValuesInput,
): Promise<PreparedValues> {
  const { id: snapshot, revision, events, catalog } = await readSnapshot(scope, { datasetId, snapshotId });
  const trait = traitOf(of === "customers" ? catalog.traits : (catalog.events?.properties ?? []), id);
  const mayAsk = trait && (!trait.isPersonal || (scope.may("data.import") && search.trim().length >= LEAST_PERSONAL));
  return {
    snapshot: { workspaceId: scope.workspaceId, id: snapshot, revision, hasEvents: events > 0 },
    trait: mayAsk ? trait : null,
  };
}

/** Up to a hundred values with how many have them. */
export async function findValues(
  { snapshot, trait }: PreparedValues,
  { of, search }: TraitValuesInput,
  signal: AbortSignal | undefined,
): Promise<readonly TraitValue[]> {
  return trait ? askValues(await askerOf(snapshot, signal), trait, of, search) : [];
}
