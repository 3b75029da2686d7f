"use client";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useId } from "react";
import { useEdit } from "@/features/documents/drafts/components/content-context";
import { DocumentChip } from "@/features/documents/links/components/document-chip";
import { useWritePersona } from "@/features/documents/links/components/use-write-persona";
import type { LinkingDocument } from "@/features/documents/links/link-contract";
import { inReadingOrder, shareLink, sumOfShares } from "@/features/documents/links/link-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";

/** What links to the segment: its personas in reading order, and the segments that are parts of it. */
export function useLinksToSegment(documentId: string) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.documents.linkedFrom.queryOptions({ workspaceId, documentId }));
  const personas = data
    .filter(({ kind, list }) => kind === "persona" && list === "segments")
    .map((one) => ({ ...one, ...shareLink(one.item) }));
  return { personas: inReadingOrder(personas), parts: data.filter(({ list }) => list === "parent") };
}

type Links = ReturnType<typeof useLinksToSegment>;

interface SegmentPersonasProps extends Pick<Links, "personas"> {
  readonly documentId: string;
}

export function SegmentPersonas({ personas, documentId }: SegmentPersonasProps) {
  const heading = useId();
  const edit = useEdit();
  const { isWriting, write } = useWritePersona();
  if (personas.length === 0 && !edit) return null;
  const sum = sumOfShares(personas);
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-section">
          Personas
        </h2>
        {sum !== null && (
          <p className={sum > 100 ? "text-small font-strong text-due" : "text-small text-ink-2"}>
            {sum > 100 ? `Together ${sum}%, more than everybody` : `Together ${sum}% of the segment`}
          </p>
        )}
        {edit && (
          <Button
            size="s"
            icon={<PenLine aria-hidden="true" className="size-3.5" />}
            pending={isWriting}
            onClick={() => write(documentId)}
          >
            Write a persona
          </Button>
        )}
      </div>
      <ol>
        {personas.map((persona) => (
          <li key={persona.id} className="flex items-center gap-3 border-b border-line py-2">
            <span className="min-w-0 flex-1">
              <DocumentChip document={persona} face={34} />
              <span dir="auto" className="block ps-[42px] text-small text-ink-2 wrap-anywhere">
                {personaWords(persona)}
              </span>
            </span>
            {persona.share !== null && (
              <span className="shrink-0 text-end font-display text-display-20 tabular-nums">
                {persona.share}%<span className="sr-only"> of the segment</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function personaWords({ card: { kind, archetype } }: LinkingDocument): string {
  const first = kind ? kind[0]?.toUpperCase() + kind.slice(1) : "";
  return [first, archetype].filter(Boolean).join(" · ");
}

/** The segments that this one is made of. */
export function SegmentChildren({ parts }: Pick<Links, "parts">) {
  const heading = useId();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        Made up of
      </h2>
      <ul>
        {parts.map((child) => (
          <li key={child.id} className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1.5">
            <DocumentChip document={child} />
            {typeof child.card.sizeEstimate === "number" && (
              <span className="text-small text-ink-2 tabular-nums">
                {child.card.sizeEstimate.toLocaleString("en")}, estimated
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
