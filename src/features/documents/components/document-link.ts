import type { KindName } from "@/shared/document-kinds";
import type { Side } from "../comparison/comparison-address-rules";
import { type BesideAddress, besideQuery } from "../comparison/side-by-side-rules";

/** Where a kind's list and pages are, and what it is called in running text. */
export const KIND_PLACES: Record<KindName, { readonly segment: string; readonly one: string; readonly many: string }> =
  {
    segment: { segment: "segments", one: "segment", many: "Segments" },
    persona: { segment: "personas", one: "persona", many: "Personas" },
    scenario: { segment: "scenarios", one: "scenario", many: "Scenarios" },
  };

export function listPath(slug: string, kind: KindName): string {
  return `/w/${slug}/${KIND_PLACES[kind].segment}`;
}

export function importPath(slug: string, kind: KindName): string {
  return `${listPath(slug, kind)}/import`;
}

export function documentPath(slug: string, kind: KindName, documentId: string): string {
  return `${listPath(slug, kind)}/${documentId}`;
}

export function versionPath(slug: string, kind: KindName, documentId: string, number: number): string {
  return `${documentPath(slug, kind, documentId)}/versions/${number}`;
}

/** Where one person says whether it is still true. */
export function reviewPath(slug: string, kind: KindName, documentId: string): string {
  return `${documentPath(slug, kind, documentId)}/review`;
}

/** To be printed: what is published, or the draft. */
export function printPath(slug: string, kind: KindName, documentId: string, of?: "draft"): string {
  return `${documentPath(slug, kind, documentId)}/print${of ? `?of=${of}` : ""}`;
}

export function comparePath(
  slug: string,
  kind: KindName,
  documentId: string,
  sides: { readonly from: Side; readonly to: Side },
): string {
  return `${documentPath(slug, kind, documentId)}/compare?from=${sides.from}&to=${sides.to}`;
}

/** Where up to four documents of a kind stand side by side; the page lets one choose more. */
export function besidePath(
  slug: string,
  kind: KindName,
  ids: readonly string[],
  shown: Partial<Omit<BesideAddress, "ids">> = {},
): string {
  const query = besideQuery({ ids, isDifferencesOnly: false, isPublished: false, ...shown });
  return `${listPath(slug, kind)}/compare${query && "?"}${query}`;
}
