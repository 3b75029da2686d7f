// Where review sessions and their parts are.
import type { KindName } from "@/shared/document-kinds";

const FOLDERS: Readonly<Record<KindName, string>> = { segment: "segments", persona: "personas", scenario: "scenarios" };

export function reviewsPath(slug: string): string {
  return `/w/${slug}/reviews`;
}

/** Where a session is planned; from an earlier one, it begins with that one's agenda and people. */
export function newPlanPath(slug: string, fromId?: string): string {
  return `${reviewsPath(slug)}/new${fromId === undefined ? "" : `?from=${fromId}`}`;
}

export function sessionPath(slug: string, sessionId: string): string {
  return `${reviewsPath(slug)}/${sessionId}`;
}

export function planPath(slug: string, sessionId: string): string {
  return `${sessionPath(slug, sessionId)}/plan`;
}

/** What is to be known of a document before it is reviewed. */
export function packetPath(slug: string, kind: KindName, documentId: string): string {
  return `/w/${slug}/${FOLDERS[kind]}/${documentId}/review`;
}
