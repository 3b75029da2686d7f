import type { Catalog, Trait } from "./catalog-rules";

function maskTrait(trait: Trait): Trait {
  if (!trait.isPersonal) return trait;
  const { known, distinct } = trait.profile;
  return {
    ...trait,
    profile: { known, distinct, min: null, max: null, mean: null, deciles: [], top: [], bins: [] },
  };
}

/** As those see it who may not see personal values: how many are known stays, what they are does not. */
export function maskCatalog({ traits, events }: Catalog): Catalog {
  return {
    traits: traits.map(maskTrait),
    events: events && { ...events, properties: events.properties.map(maskTrait) },
  };
}
