"use client";
import { ChevronsUpDown } from "lucide-react";
import { Link } from "@/ui/link";
import { Menu } from "@/ui/menu";
import type { SettingsGroup } from "./settings-pages";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly groups: readonly SettingsGroup[];
  /** Of the page that is shown, below /w/<slug>. */
  readonly path: string;
}

/** The pages beside the one that is shown, where the window has room. */
export function SettingsList({ groups, path }: Props) {
  const { slug } = useWorkspace();
  return (
    <nav aria-label="Settings" className="hidden lg:block">
      <div className="sticky top-[84px] grid gap-5">
        {groups.map(({ label, pages }) => (
          <div key={label}>
            <h2 className="px-2.5 pb-1 text-label text-ink-3">{label}</h2>
            <ul className="grid gap-px">
              {pages.map((page) => (
                <li key={page.path}>
                  <Link
                    href={`/w/${slug}${page.path}`}
                    aria-current={page.path === path ? "page" : undefined}
                    className="flex min-h-8 items-center rounded-s px-2.5 py-1 font-medium text-ink-2 hover:text-ink aria-[current]:bg-sunk aria-[current]:text-ink forced-colors:aria-[current]:underline"
                  >
                    {page.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

/** The same pages behind one button, where the window is narrow. */
export function SettingsMenu({ groups, path }: Props) {
  const { slug } = useWorkspace();
  const current = groups.flatMap(({ pages }) => pages).find((page) => page.path === path);
  return (
    <nav aria-label="Pages of the settings" className="pb-5 lg:hidden">
      <Menu
        align="start"
        variant="plain"
        label="Settings"
        icon={<ChevronsUpDown aria-hidden="true" className="size-3.5 text-ink-3" />}
        entries={groups.flatMap(({ label, pages }, at) => [
          ...(at > 0 ? [{ kind: "line" as const }] : []),
          { kind: "heading" as const, label },
          ...pages.map((page) => ({
            kind: "link" as const,
            label: page.label,
            href: `/w/${slug}${page.path}`,
            isCurrent: page.path === path,
          })),
        ])}
      >
        <span className="sr-only">Settings, now: </span>
        {current?.label ?? "All settings"}
      </Menu>
    </nav>
  );
}
