import { DocumentFace } from "@/features/documents/lists/components/document-face";
import type { NamedDocument } from "../today-contract";

/** The face of a persona; of other kinds an empty ground, so that names stand under one another. */
export function NamedFace({ document }: { readonly document: NamedDocument }) {
  if (document.kind !== "persona") {
    return <span aria-hidden="true" className="size-10 shrink-0 rounded-full bg-sunk" />;
  }
  return <DocumentFace card={document.card} alt="" size={40} />;
}
