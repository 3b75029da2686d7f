// Where the needs of all scenarios are listed, and for whom.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function needsPath(slug: string): string {
  return `/w/${slug}/scenarios/needs`;
}

/** What the address asks for; what is no id is passed over. */
export function readNeedsAddress(persona: unknown): { readonly personaId?: string } {
  return typeof persona === "string" && UUID.test(persona) ? { personaId: persona } : {};
}
