"use client";
import { Archive, ArchiveRestore, Copy, Tag } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Menu } from "@/ui/menu";
import type { DocumentState } from "../../versions/lifecycle-rules";
import { useRowActs } from "./list-acts";

interface RowMenuProps {
  readonly document: { readonly id: string; readonly title: string; readonly state: DocumentState };
  readonly className?: string;
}

/** What is done to one document of a list. Nothing for those who only read. */
export function RowMenu({ document, className }: RowMenuProps) {
  const { may } = useWorkspace();
  const acts = useRowActs();
  if (!acts || !may("draft.edit")) return null;
  const { id, title, state } = document;
  const icon = "size-4";
  return (
    <span className={className}>
      <Menu
        size="s"
        label={`More for ${title || "the one without a name"}`}
        entries={[
          { kind: "act", label: "Tags…", icon: <Tag className={icon} />, onSelect: () => acts.editTags([id]) },
          { kind: "act", label: "Duplicate", icon: <Copy className={icon} />, onSelect: () => acts.duplicate(id) },
          state === "retired"
            ? {
                kind: "act",
                label: "Bring back into use",
                icon: <ArchiveRestore className={icon} />,
                onSelect: () => acts.reopen([id]),
              }
            : {
                kind: "act",
                label: "Retire",
                hint: "Leaves the list, stays readable",
                icon: <Archive className={icon} />,
                onSelect: () => acts.retire([id]),
              },
        ]}
      />
    </span>
  );
}
