"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { GUIDE_PATH } from "@/shared/guide-chapters";
import { TopBar } from "@/ui/top-bar";

const GUIDE_TITLE = "Guide";

export function GuideBar({ title }: { readonly title: string }) {
  const { slug } = useWorkspace();
  const guide = { label: GUIDE_TITLE };
  const crumbs = title === GUIDE_TITLE ? [guide] : [{ ...guide, href: `/w/${slug}${GUIDE_PATH}` }, { label: title }];
  return <TopBar crumbs={crumbs} />;
}
