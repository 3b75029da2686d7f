"use client";
import type { ReactNode } from "react";
import { SETTINGS_GROUPS } from "@/features/workspaces/components/settings-pages";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { ButtonLink } from "@/ui/button-link";
import { Link } from "@/ui/link";
import type { GuideTrial } from "./guide-content";

interface WorkspaceLinkProps {
  /** Below /w/<slug>. */
  readonly path: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link into the reader's workspace; words alone where it leads to settings that the reader may not see. */
export function WorkspaceLink({ path, className, children }: WorkspaceLinkProps) {
  const { slug, may } = useWorkspace();
  const page = SETTINGS_GROUPS.flatMap(({ pages }) => pages).find((one) => one.path === path);
  if (page?.permission && !may(page.permission)) return children;
  return (
    <Link href={`/w/${slug}${path}`} className={className}>
      {children}
    </Link>
  );
}

/** Where the reader can try what a chapter tells: only what the reader may. */
export function TryIt({ trials }: { readonly trials: readonly GuideTrial[] }) {
  const { slug, may } = useWorkspace();
  const possible = trials.filter(({ permission }) => !permission || may(permission));
  if (possible.length === 0) return null;
  return (
    <section aria-labelledby="try-it" className="mt-10 print:hidden">
      <h2 id="try-it" className="text-section">
        Try it
      </h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {possible.map(({ label, path }) => (
          <li key={label}>
            <ButtonLink href={`/w/${slug}${path}`}>{label}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
