import { documentPath, reviewPath } from "@/features/documents/components/document-link";
import type { Duty } from "../today-contract";

/** Where a duty is done. */
export function dutyPath(slug: string, duty: Duty): string {
  if (duty.type === "session") return `/w/${slug}/reviews/${duty.id}`;
  const { kind, id } = duty.document;
  return duty.type === "approval" ? documentPath(slug, kind, id) : reviewPath(slug, kind, id);
}
