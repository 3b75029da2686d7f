"use client";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { KIND_PLACES } from "../../components/document-link";
import { tagKey } from "../tag-rules";
import type { AnyListed } from "./list-selection";
import { TagEditor } from "./tag-editor";
import type { useListActs } from "./use-list-acts";

interface TagsDialogProps {
  readonly kind: KindName;
  readonly documents: readonly Pick<AnyListed, "id" | "title" | "tags">[];
  readonly acts: Pick<ReturnType<typeof useListActs>, "tag">;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The tags of one document or of several at once; every change is stored as it is made. */
export function TagsDialog({ kind, documents, acts, open, onOpenChange }: TagsDialogProps) {
  const ids = documents.map(({ id }) => id);
  const [first] = documents;
  const of =
    documents.length === 1 && first
      ? first.title || "the one without a name"
      : `${ids.length} ${KIND_PLACES[kind].many.toLowerCase()}`;
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tag of documents.flatMap((document) => document.tags)) {
    counts.set(tagKey(tag), { tag, count: (counts.get(tagKey(tag))?.count ?? 0) + 1 });
  }
  const tags = [...counts.values()].map(({ tag, count }) => ({ tag, isOnAll: count === ids.length }));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title={`Tags of ${of}`}
      description="Words that you sort by. Everybody in the workspace sees and shares them."
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      }
    >
      <TagEditor
        of={of}
        tags={tags.toSorted((one, two) => one.tag.localeCompare(two.tag))}
        onAdd={(tag) => acts.tag(ids, { add: [tag] })}
        onRemove={(tag) => acts.tag(ids, { remove: [tag] })}
      />
    </Dialog>
  );
}
