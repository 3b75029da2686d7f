"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { useWorkspace } from "./workspace-context";

/** Title and tabs that the settings pages share. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const { name } = useWorkspace();
  return (
    <>
      <TopBar crumbs={[{ label: "Settings" }]} />
      <Page width="text">
        <PageTitle title="Settings" description={<bdi>{name}</bdi>} />
        <SettingsTabs />
        {children}
      </Page>
    </>
  );
}

function SettingsTabs() {
  const { slug, may } = useWorkspace();
  const path = usePathname();
  const base = `/w/${slug}/settings`;
  const tabs = [
    { href: base, label: "Workspace", isShown: true },
    { href: `${base}/members`, label: "Members", isShown: true },
    { href: `${base}/policy`, label: "Policy", isShown: may("workspace.configure") },
    { href: `${base}/verification`, label: "Verification", isShown: may("workspace.configure") },
    { href: `${base}/fields`, label: "Fields", isShown: may("workspace.configure") },
    { href: `${base}/deliveries`, label: "Deliveries", isShown: may("workspace.configure") },
    { href: `${base}/webhooks`, label: "Webhooks", isShown: may("workspace.configure") },
    { href: `${base}/audit`, label: "Audit log", isShown: may("audit.read") },
  ];
  return (
    <nav aria-label="Settings" className="mb-7 border-b">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs
          .filter(({ isShown }) => isShown)
          .map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? "page" : undefined}
                className="block border-b-2 border-transparent py-2.5 font-medium text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
