"use client";
import { useRef, useState } from "react";
import type { TermName } from "@/shared/glossary";
import { usePart } from "@/ui/use-part";

const importPart = () => import("./term-hint-part");
const loadPart = () => importPart().then((part) => part.TermHintPart);

/** Words that one has none or some of. */
const MASS: readonly TermName[] = ["drift", "freshness"];

function question(term: TermName): string {
  if (MASS.includes(term)) return `What is ${term}?`;
  const word = term === "session" ? "review session" : term;
  return `What is ${/^[aeiou]/.test(word) ? "an" : "a"} ${word}?`;
}

/** A word of the product, explained where one meets it. Once a page for each; the glossary's words come when it is opened. */
export function TermHint({ term }: { readonly term: TermName }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  // A failed look ahead is of no consequence: opening tries again.
  const lookAhead = () => void importPart().catch(() => undefined);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={question(term)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onPointerEnter={lookAhead}
        onFocus={lookAhead}
        className="inline-grid size-6 shrink-0 place-items-center rounded-full align-middle text-ink-3 hover:text-ink aria-expanded:text-ink print:hidden"
      >
        <span
          aria-hidden="true"
          className="grid size-[17px] place-items-center rounded-full border border-current font-sans text-[0.6875rem] leading-none font-semibold"
        >
          ?
        </span>
      </button>
      {Part && <Part term={term} label={question(term)} anchor={button} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
