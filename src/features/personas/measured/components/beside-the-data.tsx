"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";

/** What the persona says beside what its segments' newest data say, with a mark for each; nothing where nobody measured. */
export function BesideTheData({ documentId }: { readonly documentId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const heading = useId();
  const { data: facts = [] } = useQuery(trpc.personas.measured.queryOptions({ workspaceId, documentId }));
  if (facts.length === 0) return null;
  const wrong = facts.filter(({ isContradicted }) => isContradicted).length;
  const sources = [...new Set(facts.map(({ source }) => source))];
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-section">
          Beside the data
        </h2>
        <p className={wrong > 0 ? "text-small font-strong text-stale" : "text-small text-ink-3"}>
          {wrong === 0
            ? "All of it goes with the data"
            : wrong === 1
              ? "The data contradict one"
              : `The data contradict ${wrong}`}
        </p>
      </div>
      <ul>
        {facts.map(({ place, label, stated, measured, isContradicted }) => (
          <li key={place} className="flex gap-2.5 border-b py-2">
            {isContradicted ? (
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-stale" />
            ) : (
              <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-fresh" />
            )}
            <div className="min-w-0 wrap-anywhere">
              <span className="text-small text-ink-3">{label}</span>
              <p dir="auto">{stated}</p>
              <p className={isContradicted ? "text-small text-stale" : "text-small text-ink-2"}>
                {isContradicted ? "The data say otherwise: " : "Measured: "}
                <bdi>{measured}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="pt-1.5 text-small text-ink-3 wrap-anywhere">Measured on {sources.join("; ")}</p>
    </section>
  );
}
