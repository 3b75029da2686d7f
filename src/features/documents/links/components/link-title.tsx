"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { Item } from "../../field-rules";
import { DocumentChip } from "./document-chip";
import type { LinkCards } from "./use-link-cards";

interface LinkTitleProps {
  readonly item: Item;
  readonly cards: LinkCards;
  readonly face?: number | undefined;
}

/**
 * The document of a link as it is called now. One that is gone keeps the title it was linked by; who may not read drafts
 * isn't told why there is no way to it.
 */
export function LinkTitle({ item, cards, face }: LinkTitleProps) {
  const { may } = useWorkspace();
  const document = cards.get(item.id);
  if (document) return <DocumentChip document={document} face={face} />;
  const isGone = cards.isMissing(item.id) && may("draft.read");
  return (
    <span className="min-w-0">
      <bdi className="wrap-anywhere">{String(item.title ?? "")}</bdi>
      {isGone && <span className="text-small text-ink-3"> (no longer there)</span>}
    </span>
  );
}
