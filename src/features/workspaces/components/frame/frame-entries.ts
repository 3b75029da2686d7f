// Where one can go from anywhere in a workspace. The sidebar and the command menu read it; only what exists is in it.
import type { Permission } from "@/shared/permissions";
import { SETTINGS_GROUPS } from "../settings-pages";

export type FrameCount = "today" | "segments" | "personas" | "scenarios" | "reviews";

export interface FrameEntry {
  readonly label: string;
  /** Below /w/<slug>. */
  readonly path: string;
  readonly count?: FrameCount | undefined;
  /** Hidden from those who may not. */
  readonly permission?: Permission | undefined;
}

export interface FrameSection {
  readonly label?: string | undefined;
  readonly entries: readonly FrameEntry[];
}

export const FRAME_SECTIONS: readonly FrameSection[] = [
  {
    entries: [
      { label: "Today", path: "", count: "today" },
      { label: "Activity", path: "/activity" },
    ],
  },
  {
    label: "Who they are",
    entries: [
      { label: "Segments", path: "/segments", count: "segments" },
      { label: "Personas", path: "/personas", count: "personas" },
      { label: "Scenarios", path: "/scenarios", count: "scenarios" },
    ],
  },
  { label: "What we know", entries: [{ label: "Customer data", path: "/data" }] },
  { label: "Keeping it true", entries: [{ label: "Reviews", path: "/reviews", count: "reviews" }] },
];

export const GUIDE_ENTRY: FrameEntry = { label: "Guide", path: "/guide" };

export const SETTINGS_ENTRY: FrameEntry = { label: "Settings", path: "/settings" };

/** Pages that the sidebar reaches through Settings; the command menu goes there at once. */
export const SETTINGS_PAGES: readonly FrameEntry[] = SETTINGS_GROUPS.flatMap(({ pages }) =>
  pages.map(({ label, path, permission }) => ({ label: `Settings: ${label.toLowerCase()}`, path, permission })),
);

export function entryHref(slug: string, entry: FrameEntry): string {
  return `/w/${slug}${entry.path}`;
}

/** Whether a page is the entry's or lies below it. Today is only itself, since everything lies below it. */
export function isInEntry(slug: string, entry: FrameEntry, pathname: string): boolean {
  const href = entryHref(slug, entry);
  return pathname === href || (entry.path !== "" && pathname.startsWith(`${href}/`));
}
