"use client";
import { useRef, useState } from "react";
import { Pill } from "@/ui/pill";
import { usePart } from "@/ui/use-part";
import type { FreshnessSubject } from "./freshness-pill";
import { useFreshness } from "./use-freshness";

const loadPart = () => import("./freshness-reasons-part").then((part) => part.FreshnessReasonsPart);

interface FreshnessButtonProps {
  readonly of: FreshnessSubject & { readonly id: string };
}

/** The badge on a document's own page: pressed, it gives its reasons. What is retired has none. */
export function FreshnessButton({ of }: FreshnessButtonProps) {
  return of.state === "retired" ? null : <Badge of={of} />;
}

function Badge({ of: { id, freshness, marks } }: FreshnessButtonProps) {
  const { tone, words, reasons } = useFreshness({ facts: freshness, marks });
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex min-h-6 max-w-full items-center rounded-full hover:brightness-95"
      >
        <Pill tone={tone}>
          {words}
          <span className="sr-only">. Why?</span>
        </Pill>
      </button>
      {Part && (
        <Part documentId={id} words={words} reasons={reasons} anchor={button} open={isOpen} onOpenChange={setOpen} />
      )}
    </>
  );
}
