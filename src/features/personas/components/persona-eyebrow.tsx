"use client";
import { useQuery } from "@tanstack/react-query";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { fieldAt } from "@/features/documents/field-rules";
import { figure } from "@/features/documents/field-words-rules";
import { LinkTitle } from "@/features/documents/links/components/link-title";
import { useLinkCards } from "@/features/documents/links/components/use-link-cards";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { PERSONA_IDENTITY, PERSONA_KINDS, type PersonaContent } from "../persona-rules";

const KIND = fieldAt(PERSONA_IDENTITY, "kind");

/** "Primary persona · Weekend rebuilders, 18,204 customers, estimated". */
export function PersonaEyebrow() {
  const edit = useEdit();
  const kind = useContentPart((content: PersonaContent) => content.kind);
  const segments = useContentPart((content: PersonaContent) => content.segments);
  const cards = useLinkCards(segments.map(({ id }) => id));
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const documentIds = segments.map(({ id }) => id);
  const { data: sizes = [] } = useQuery(
    trpc.segments.sizes.queryOptions({ workspaceId, documentIds }, { enabled: documentIds.length > 0 }),
  );
  return (
    <div className="flex flex-wrap items-baseline gap-x-1 text-ink-3">
      {edit ? (
        <>
          <FieldInPlace field={KIND} />
          <span className="ms-1">persona</span>
        </>
      ) : (
        <span>{PERSONA_KINDS[kind]} persona</span>
      )}
      {segments.map((segment, place) => {
        const estimate = cards.get(segment.id)?.card.sizeEstimate;
        const measured = sizes.find(({ documentId }) => documentId === segment.id);
        return (
          <span key={segment.id} className="min-w-0">
            {place === 0 ? "· " : "and "}
            <LinkTitle item={segment} cards={cards} face={0} />
            {measured
              ? `, ${figure(measured.count)} customers`
              : typeof estimate === "number" && `, ${figure(estimate)} customers, estimated`}
          </span>
        );
      })}
    </div>
  );
}
