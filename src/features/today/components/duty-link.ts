import { documentPath } from "@/features/documents/components/document-link";
import type { Duty } from "../today-contract";

/** Where a duty is done. */
export function dutyPath(slug: string, duty: Duty): string {
  if (duty.type === "session") return `/w/${slug}/reviews/${duty.id}`;
  const page = documentPath(slug, duty.document.kind, duty.document.id);
  return duty.type === "approval" ? page : `${page}/review`;
}
