import { DOCUMENT_KINDS, type KindName } from "@/shared/document-kinds";
import type { BodyNode } from "../../body-rules";
import { idOf, textOf, wholeOf } from "./attributes";

/** A document that a text speaks of, at the version that it was written for. */
export interface PinnedDocument {
  /** Null for an id that is none. */
  readonly id: string | null;
  readonly kind: KindName;
  /** Null for one that was not published then. */
  readonly version: number | null;
  /** As it was called then. */
  readonly title: string;
}

export function pinnedOf(node: Pick<BodyNode, "attrs">): PinnedDocument {
  const kind = DOCUMENT_KINDS.find((name) => name === node.attrs?.kind);
  return {
    id: kind ? idOf(node, "document") : null,
    kind: kind ?? "persona",
    version: wholeOf(node, "version", 1, 1_000_000),
    title: textOf(node, "title").slice(0, 200),
  };
}
