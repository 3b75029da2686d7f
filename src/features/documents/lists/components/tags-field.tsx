"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentHead } from "../../document-contract";
import { TagEditor } from "./tag-editor";
import { TagList } from "./tag-list";
import { useListActs } from "./use-list-acts";

interface TagsFieldProps {
  readonly kind: KindName;
  readonly document: Pick<DocumentHead, "id" | "title" | "tags">;
}

/** A document's tags beside it: changed at once, for draft and published version alike. */
export function TagsField({ kind, document }: TagsFieldProps) {
  const { may } = useWorkspace();
  const acts = useListActs(kind);
  const { id, title, tags } = document;
  if (!may("draft.edit") && tags.length === 0) return null;
  return (
    <section aria-label="Tags">
      <h2 className="mb-2.5 font-semibold">Tags</h2>
      {may("draft.edit") ? (
        <TagEditor
          of={title || "this one"}
          tags={tags.map((tag) => ({ tag, isOnAll: true }))}
          onAdd={(tag) => acts.tag([id], { add: [tag] })}
          onRemove={(tag) => acts.tag([id], { remove: [tag] })}
        />
      ) : (
        <TagList tags={tags} />
      )}
    </section>
  );
}
