"use client";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Link } from "@/ui/link";
import { documentPath, listPath } from "../../components/document-link";

/** As many as stand on a persona's page; the rest is one step away. */
const SHOWN = 8;

/** What scenarios of the persona say that we must offer. */
export function NeedsSection({ personaId }: { readonly personaId: string }) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const heading = useId();
  const { data } = useQuery(trpc.scenarios.needs.queryOptions({ workspaceId, personaId }));
  const needs = (data?.scenarios ?? []).flatMap((scenario) =>
    scenario.needs.map((need, at) => ({ ...need, scenario, key: `${scenario.id} ${need.id ?? at}` })),
  );
  if (needs.length === 0) return null;
  const hasMore = needs.length > SHOWN || (data?.nextCursor ?? null) !== null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        Needs from scenarios
      </h2>
      <ul>
        {needs.slice(0, SHOWN).map(({ key, text, scenario }) => (
          <li key={key} className="border-b border-line py-2">
            <p dir="auto" className="wrap-anywhere">
              {text}
            </p>
            <p className="text-small text-ink-3">
              <Link
                href={documentPath(slug, "scenario", scenario.id)}
                className="underline decoration-line-strong underline-offset-4 wrap-anywhere"
              >
                <bdi>{scenario.title || "No name yet"}</bdi>
              </Link>
              {scenario.version === null ? ", draft" : `, v${scenario.version}`}
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link
          href={`${listPath(slug, "scenario")}/needs?persona=${personaId}`}
          className="mt-2 inline-block min-h-6 text-small text-ink-2 underline underline-offset-4"
        >
          All needs
        </Link>
      )}
    </section>
  );
}
