"use client";
import { ChevronsUpDown, Plus } from "lucide-react";
import { Menu } from "@/ui/menu";
import type { WorkspaceFrameProps } from "./frame-props";

/** The name of the workspace; opens the choice of the others. */
export function WorkspaceSwitch({ workspace, workspaces }: Pick<WorkspaceFrameProps, "workspace" | "workspaces">) {
  return (
    <Menu
      isBare
      align="start"
      label="Your workspaces"
      className="flex min-h-[33px] min-w-0 items-center justify-between gap-2 rounded-s px-2.5 py-1.5 text-start font-semibold hover:bg-sunk aria-expanded:bg-sunk"
      entries={[
        { kind: "heading", label: "Your workspaces" },
        ...workspaces.map(({ name, slug }) => ({
          kind: "link" as const,
          label: name,
          href: `/w/${slug}`,
          isCurrent: slug === workspace.slug,
        })),
        { kind: "line" },
        {
          kind: "link",
          label: "New workspace",
          href: "/workspaces/new",
          icon: <Plus aria-hidden="true" className="size-4" />,
        },
      ]}
    >
      <bdi className="truncate">{workspace.name}</bdi>
      <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <span className="sr-only">, switch workspace</span>
    </Menu>
  );
}
