// Where customer data are looked at.

export function dataPath(slug: string): string {
  return `/w/${slug}/data`;
}

export function datasetPath(slug: string, datasetId: string, snapshotId?: string | undefined): string {
  return `/w/${slug}/data/${datasetId}${snapshotId ? `?snapshot=${snapshotId}` : ""}`;
}

/** Where groups are found in the newest snapshot. */
export function discoverPath(slug: string, datasetId: string): string {
  return `${datasetPath(slug, datasetId)}/discover`;
}

/** Where one person is looked for. */
export function peoplePath(slug: string): string {
  return `${dataPath(slug)}/people`;
}

export function importPath(slug: string, of: { readonly importId?: string; readonly datasetId?: string } = {}): string {
  const search = new URLSearchParams({
    ...(of.importId !== undefined && { id: of.importId }),
    ...(of.datasetId !== undefined && { into: of.datasetId }),
  }).toString();
  return `/w/${slug}/data/import${search && `?${search}`}`;
}
