"use client";
// How settings are saved, on every page the same: what one fills in is kept by its Save button, which is off until
// something has changed and says "Saved."; what one does to somebody or something (a role, a browser signed out)
// happens at once and says so; what can't be taken back is asked for once more.
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { SettingsList, SettingsMenu } from "./settings-list";
import { SETTINGS_GROUPS } from "./settings-pages";
import { useWorkspace } from "./workspace-context";

/** Head and list of pages that all settings share. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const { slug, name, may } = useWorkspace();
  const path = usePathname().slice(`/w/${slug}`.length);
  const groups = SETTINGS_GROUPS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ permission }) => !permission || may(permission)),
  }));
  const group = groups.find(({ pages }) => pages.some((page) => page.path === path));
  const page = group?.pages.find((one) => one.path === path);
  const isOwn = group === groups[0];
  return (
    <>
      <TopBar
        crumbs={
          page ? [{ label: "Settings", href: `/w/${slug}/settings` }, { label: page.label }] : [{ label: "Settings" }]
        }
      />
      <Page className="lg:grid lg:grid-cols-[168px_minmax(0,680px)] lg:gap-x-12">
        <SettingsList groups={groups} path={path} />
        <div className="min-w-0">
          <SettingsMenu groups={groups} path={path} />
          <PageTitle
            title={page?.label ?? "Settings"}
            eyebrow={isOwn ? "You" : <bdi>{name}</bdi>}
            description={page?.hint}
          />
          {/* Parts are divided by lines, and the first by the head: which one is first depends on who looks. */}
          <div className="grid gap-9 [&>:first-child]:border-t-0 [&>:first-child]:pt-0">{children}</div>
        </div>
      </Page>
    </>
  );
}
