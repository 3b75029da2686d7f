import type { Scope } from "@/server/access/open-scope";
import type { Trait } from "../catalog-rules";
import type { DataChoices } from "../choice-contract";
import { listDatasets } from "../dataset-list-queries";
import { newestSnapshot } from "../dataset-queries";
import { maskCatalog } from "../mask-catalog-rules";

/** What a rule can be written on. */
export async function readChoices(
  scope: Scope<"document.read">,
  { datasetId }: { readonly datasetId: string | null },
): Promise<DataChoices> {
  const { tx, workspaceId } = scope;
  const all = await listDatasets(tx, workspaceId);
  const datasets = all.flatMap(({ id, name, newest }) => (newest ? [{ id, name }] : []));
  const dataset = datasets.find(({ id }) => id === datasetId);
  const snapshot = dataset && (await newestSnapshot(tx, workspaceId, dataset.id));
  if (!snapshot) return { datasets, chosen: null };
  const { id, number, asOf, customers } = snapshot;
  const catalog = scope.may("data.import") ? snapshot.catalog : maskCatalog(snapshot.catalog);
  return {
    datasets,
    chosen: {
      datasetId: dataset.id,
      name: dataset.name,
      snapshot: { id, number, asOf, customers },
      catalog: {
        traits: catalog.traits.map(lighter),
        events: catalog.events && { ...catalog.events, properties: catalog.events.properties.map(lighter) },
      },
    },
  };
}

/** Charts need the rest, pickers don't. */
function lighter(trait: Trait): Trait {
  return { ...trait, profile: { ...trait.profile, bins: [], deciles: [] } };
}
