import { comparePath, documentPath } from "../../components/document-link";
import type { DocumentMark } from "../mark-rules";

/** The way to what a mark comes from; null where that is the marked document itself. */
export function markLink(slug: string, documentId: string, { mark, sourceId, source }: DocumentMark) {
  if (mark === "event") return { href: `/w/${slug}/reviews/events`, words: "Look at the events" };
  if (!source || sourceId === documentId) return null;
  const { kind, version, restedOn } = source;
  if (mark === "rests-on-new" && version !== null && restedOn !== null && restedOn !== version) {
    return { href: comparePath(slug, kind, sourceId, { from: restedOn, to: version }), words: "See what is new in it" };
  }
  return { href: documentPath(slug, kind, sourceId), words: `Look at the ${kind}` };
}
