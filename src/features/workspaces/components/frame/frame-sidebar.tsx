"use client";
import { Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { roleMay } from "@/shared/permissions";
import { BrandMark } from "@/ui/brand-mark";
import { IconButton } from "@/ui/button";
import { useCommandKey } from "@/ui/kbd";
import { Link } from "@/ui/link";
import { useCommandMenu } from "./command-menu-context";
import { entryHref, FRAME_SECTIONS, type FrameEntry, GUIDE_ENTRY, isInEntry, SETTINGS_ENTRY } from "./frame-entries";
import type { WorkspaceFrameProps } from "./frame-props";
import { PersonMenu } from "./person-menu";
import { WorkspaceSwitch } from "./workspace-switch";

export function FrameSidebar({ workspace, workspaces, person, counts, bell, personActions }: WorkspaceFrameProps) {
  const pathname = usePathname();
  const { setOpen } = useCommandMenu();
  const commandKey = useCommandKey();

  const entry = (item: FrameEntry) => {
    if (item.permission && !roleMay(workspace.role, item.permission)) return null;
    const count = item.count && counts?.[item.count];
    return (
      <li key={item.path}>
        <Link
          href={entryHref(workspace.slug, item)}
          aria-current={isInEntry(workspace.slug, item, pathname) ? "page" : undefined}
          className="flex min-h-[33px] items-center justify-between gap-2 rounded-s px-2.5 py-1.5 font-medium text-ink-2 hover:text-ink aria-[current]:bg-sunk aria-[current]:text-ink forced-colors:aria-[current]:underline"
        >
          {item.label}
          {count !== undefined && <span className="text-ink-3 tabular-nums">{count.toLocaleString("en")}</span>}
        </Link>
      </li>
    );
  };

  return (
    <div className="flex h-full flex-col gap-3 overflow-y-auto bg-paper px-3.5 pt-[15px] pb-3">
      <div className="flex items-center gap-2.5 ps-1.5">
        <BrandMark />
        <span className="font-display text-[1.1875rem] leading-none font-[560]">Dramatis</span>
        <span className="ms-auto flex">
          {bell}
          <IconButton
            label={`Find anything (${commandKey === "⌘" ? "⌘K" : "Ctrl K"})`}
            icon={<Search aria-hidden="true" className="size-4" />}
            onClick={() => setOpen(true)}
          />
        </span>
      </div>
      <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
      <nav aria-label="Workspace" className="flex grow flex-col">
        {FRAME_SECTIONS.map(({ label, entries }) => (
          <div key={label ?? ""}>
            {label && <h2 className="px-2.5 pt-3 pb-1 text-label text-ink-3">{label}</h2>}
            <ul>{entries.map(entry)}</ul>
          </div>
        ))}
        <ul className="mt-auto pt-4">
          {entry(GUIDE_ENTRY)}
          {entry(SETTINGS_ENTRY)}
        </ul>
      </nav>
      <PersonMenu workspace={workspace} person={person} personActions={personActions} />
    </div>
  );
}
