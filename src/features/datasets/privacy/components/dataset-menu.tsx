"use client";
import { Pencil, Trash2, UserSearch } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Menu } from "@/ui/menu";
import type { MenuEntry } from "@/ui/menu-part";
import { peoplePath } from "../../components/data-link";
import type { DatasetDetails } from "../../dataset-read-contract";
import { isoDayText } from "../../value-words-rules";
import { ChangeDatasetDialog } from "./change-dataset-dialog";
import { DeleteDatasetDialog, DeleteSnapshotDialog } from "./delete-data-dialogs";

type Opened = "change" | "delete" | "delete-snapshot";

/** What else may be done with a dataset: change what is said of it, find somebody in it, delete it or the shown snapshot. */
export function DatasetMenu({ dataset }: { readonly dataset: DatasetDetails }) {
  const { slug, may } = useWorkspace();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { shown } = dataset;
  const dialog = (name: Opened) => ({ open: opened === name, onClose: () => setOpened(null) });
  const entries: MenuEntry[] = [
    ...(may("data.import")
      ? [
          {
            kind: "act",
            label: "Name, purpose and retention…",
            icon: <Pencil aria-hidden="true" className="size-4" />,
            onSelect: () => setOpened("change"),
          } as const,
        ]
      : []),
    ...(may("data.export")
      ? [
          {
            kind: "link",
            label: "Find a person…",
            icon: <UserSearch aria-hidden="true" className="size-4" />,
            href: peoplePath(slug),
          } as const,
        ]
      : []),
    ...(may("data.delete") ? deletions(shown && isoDayText(shown.asOf), setOpened) : []),
  ];
  if (entries.length === 0) return null;
  return (
    <>
      <Menu label="More about these data" entries={entries} />
      <ChangeDatasetDialog dataset={dataset} {...dialog("change")} />
      <DeleteDatasetDialog dataset={dataset} {...dialog("delete")} />
      {shown && <DeleteSnapshotDialog dataset={dataset} snapshot={shown} {...dialog("delete-snapshot")} />}
    </>
  );
}

function deletions(shown: string | null, open: (what: Opened) => void): readonly MenuEntry[] {
  const icon = <Trash2 aria-hidden="true" className="size-4" />;
  const final = { kind: "act", icon, isFinal: true } as const;
  return [
    { kind: "line" },
    ...(shown === null
      ? []
      : [{ ...final, label: `Delete the snapshot of ${shown}…`, onSelect: () => open("delete-snapshot") }]),
    { ...final, label: "Delete all of these data…", onSelect: () => open("delete") },
  ];
}
