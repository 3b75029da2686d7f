// What the product keeps in a browser's databases, by name: each belongs to one person.

const BODIES = "dramatis.body.";

/** Names the person who has signed out, until the next page has removed what this browser kept for them. */
export const FORGET_COOKIE = "dramatis-forget";

/** Of one person's copy of one document's prose. */
export function keptBodyName(personId: string, documentId: string): string {
  return `${BODIES}${personId}.${documentId}`;
}

/** Removes the copies of a person, or of everybody else than `exceptPersonId`. Never fails: what is open elsewhere goes later. */
export async function forgetKeptBodies(
  whose: { readonly personId: string } | { readonly exceptPersonId: string },
): Promise<void> {
  try {
    for (const { name = "" } of await indexedDB.databases()) {
      if (!name.startsWith(BODIES)) continue;
      const personId = name.slice(BODIES.length).split(".")[0];
      const isMeant = "personId" in whose ? personId === whose.personId : personId !== whose.exceptPersonId;
      if (isMeant) indexedDB.deleteDatabase(name);
    }
  } catch {
    // A browser without databases has kept nothing.
  }
}
