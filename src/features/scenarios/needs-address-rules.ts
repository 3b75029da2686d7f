// Where the needs of all scenarios are listed.

/** For one persona where it is named. */
export function needsPath(slug: string, personaId?: string): string {
  return `/w/${slug}/scenarios/needs${personaId ? `?persona=${personaId}` : ""}`;
}
