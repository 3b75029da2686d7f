"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { placeBeside } from "@/ui/place-beside";
import { KIND_PLACES } from "../../components/document-link";
import { StandingPills } from "../../components/standing-pills";
import type { LinkedDocument } from "../../links/link-contract";
import { DocumentFace } from "./document-face";

interface DocumentCardProps {
  readonly document: LinkedDocument;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/**
 * Who or what a link leads to. For sight only: it repeats what the page behind the link says, so screen readers are not
 * told of it.
 */
export function DocumentCardPart({ document, anchor, onStay, onLeave }: DocumentCardProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!anchor.current || !sheet.current) return;
    sheet.current.showPopover?.();
    placeBeside(sheet.current, anchor.current);
  }, [anchor]);
  const { card, kind, title } = document;
  const words = [card.kind, KIND_PLACES[kind].one].filter(Boolean).join(" ");
  return createPortal(
    <div
      ref={sheet}
      popover="manual"
      aria-hidden="true"
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      className="fixed inset-auto m-0 w-[300px] overflow-visible max-w-[calc(100vw-1rem)] bg-transparent py-1.5"
    >
      <div className="flex gap-3.5 rounded-m border bg-surface p-3.5 text-start font-ui text-text text-ink not-italic shadow-pop">
        {kind === "persona" && <DocumentFace card={card} alt="" className="h-[84px] w-[72px] rounded-m" />}
        <div className="min-w-0">
          <p className="text-small text-ink-3 first-letter:uppercase">{words}</p>
          <p dir="auto" className="font-display text-display-20 wrap-anywhere">
            {title || "No name yet"}
          </p>
          <p dir="auto" className="mt-0.5 line-clamp-3 text-small text-ink-2 wrap-anywhere">
            {kind === "persona" ? card.archetype : card.summary}
          </p>
          <p className="pt-2">
            <StandingPills of={document} />
          </p>
        </div>
      </div>
    </div>,
    globalThis.document.body,
  );
}
