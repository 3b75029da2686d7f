// What became of a claim that a text speaks of.
import type { ClaimSection, VersionClaims } from "../links/claim-contract";

export type EmbeddedClaim = ClaimSection["claims"][number] & { readonly section: string };

export function claimAt({ sections }: Pick<VersionClaims, "sections">, place: string): EmbeddedClaim | undefined {
  for (const { label, claims } of sections) {
    const claim = claims.find((one) => one.place === place);
    if (claim) return { ...claim, section: label };
  }
  return undefined;
}

/** How the newest version has it: as the text does, in other words or resting on something else, or no longer. */
export type ClaimFate = "same" | "changed" | "dropped";

/** `pinned` is the claim in the version that the text was written for, undefined while it isn't known. */
export function claimFate(
  text: string,
  pinned: EmbeddedClaim | undefined,
  newest: Pick<VersionClaims, "sections">,
  place: string,
): ClaimFate {
  const claim = claimAt(newest, place);
  if (!claim) return "dropped";
  const isSame =
    claim.text === text && (!pinned || (claim.provenance === pinned.provenance && claim.source === pinned.source));
  return isSame ? "same" : "changed";
}

/** Sections with those of their claims that have the words, sections without any left out. */
export function matchingClaims(sections: readonly ClaimSection[], words: string): readonly ClaimSection[] {
  const wanted = words.trim().toLowerCase();
  return sections.flatMap(({ label, claims }) => {
    const found = claims.filter(({ text, source }) => `${text} ${source}`.toLowerCase().includes(wanted));
    return found.length > 0 ? [{ label, claims: found }] : [];
  });
}
