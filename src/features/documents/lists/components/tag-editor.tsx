"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { IconButton } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { MAX_TAG, normalTag, tagKey } from "../tag-rules";

interface TagEditorProps {
  /** What the tags are of, as their names say it: "Maya", "3 personas". */
  readonly of: string;
  readonly tags: readonly { readonly tag: string; readonly isOnAll: boolean }[];
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
}

/** Tags with a way to take each away, and a line to add one; tags that the workspace has are suggested. */
export function TagEditor({ of, tags, onAdd, onRemove }: TagEditorProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { data: used = [] } = useQuery({ ...trpc.documents.tags.queryOptions({ workspaceId }), enabled: isAsked });
  const there = new Set(tags.filter(({ isOnAll }) => isOnAll).map(({ tag }) => tagKey(tag)));
  const suggested = used.filter(({ tag }) => !there.has(tagKey(tag)));
  const add = () => {
    const tag = normalTag(typed);
    if (tag !== "" && !there.has(tagKey(tag))) onAdd(tag);
    setTyped("");
  };
  return (
    <div className="grid gap-2">
      {tags.length > 0 && (
        <ul aria-label={`Tags of ${of}`} className="flex flex-wrap gap-1.5">
          {tags.map(({ tag, isOnAll }) => (
            <li
              key={tag}
              className="inline-flex min-h-7 max-w-full items-center rounded-full bg-sunk ps-2.5 text-small"
            >
              <bdi className="truncate">{tag}</bdi>
              {!isOnAll && <span className="ps-1 text-ink-3">on some</span>}
              <IconButton
                size="s"
                label={`Remove the tag ${tag}`}
                className="rounded-full"
                icon={<X aria-hidden="true" className="size-3" />}
                onClick={() => onRemove(tag)}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-end gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={`Add a tag to ${of}`} isLabelHidden className="min-w-0 flex-1">
          <TextInput
            value={typed}
            list={list}
            maxLength={MAX_TAG}
            placeholder="Add a tag"
            autoComplete="off"
            onFocus={() => setAsked(true)}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <IconButton
          type="submit"
          variant="plain"
          label="Add the tag"
          icon={<Plus aria-hidden="true" className="size-4" />}
        />
        <datalist id={list}>
          {suggested.map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </form>
    </div>
  );
}
