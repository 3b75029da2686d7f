"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";
import { KIND_PLACES } from "../../components/document-link";

const loadDialog = () => import("./default-cadence-part").then((part) => part.DefaultCadencePart);

/** How often documents are verified where nothing is laid down for them alone. */
export function DefaultCadencesView() {
  const { id: workspaceId, timeZone } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.verification.defaults.queryOptions({ workspaceId }));
  const [changing, setChanging] = useState<{ readonly kind: KindName | null } | null>(null);
  const close = () => setChanging(null);
  const Dialog = usePart(loadDialog, changing !== null, close);
  const { workspace, kinds } = data;
  const rows = [
    {
      kind: null,
      name: "All documents",
      words: workspace.words,
      hint: workspace.isBuiltIn ? "By default." : noticeWords(workspace.leadDays),
    },
    ...kinds.map(({ kind, cadence }) => ({
      kind,
      name: KIND_PLACES[kind].many,
      words: cadence?.words ?? workspace.words,
      hint: cadence ? noticeWords(cadence.leadDays) : "As all documents.",
    })),
  ];
  return (
    <Section
      title="How often"
      hint={`How often somebody looks at a document and says whether it is still true. A document may have its own; a proto-persona without one is verified every 30 days. Days begin at midnight in ${timeZone.replaceAll("_", " ")}.`}
    >
      <ul className="divide-y border-y">
        {rows.map(({ kind, name, words, hint }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-strong">{name}</p>
              <p className="text-ink-2">
                {words}. <span className="text-ink-3">{hint}</span>
              </p>
            </div>
            <Button size="s" onClick={() => setChanging({ kind })}>
              Change…<span className="sr-only"> How often: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {Dialog && changing && <Dialog kind={changing.kind} defaults={data} open onClose={close} />}
    </Section>
  );
}

/** "Reminded 14, 3 and 0 days ahead." */
function noticeWords(leads: readonly number[]): string {
  if (leads.length === 0) return "Nobody is reminded ahead.";
  const days = new Intl.ListFormat("en-GB").format(leads.map(String));
  return `Reminded ${days} ${leads.length === 1 && leads[0] === 1 ? "day" : "days"} ahead.`;
}
