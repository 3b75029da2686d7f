"use client";
import { BesidePage } from "@/features/documents/comparison/components/beside-page";
import type { DocumentContent, Item } from "@/features/documents/field-rules";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { PERSONA_FIELDS, type PersonaContent, type Trait } from "../persona-rules";
import { traitWords } from "../trait-rules";

/** Personas side by side, each under its face. */
export function PersonaBesidePage() {
  return <BesidePage kind="persona" fields={FIELDS} face={face} items={ITEMS} />;
}

// The name stands above its column; the colour is seen there.
const FIELDS = PERSONA_FIELDS.filter(({ path }) => !["title", "hue", "portrait"].includes(path[0] ?? ""));

function face(content: DocumentContent) {
  const { portrait, hue } = content as PersonaContent;
  return (
    <DocumentFace
      card={{ portrait, hue }}
      alt={portrait.alt}
      isFirst
      className="h-12 w-10 rounded-s md:h-[72px] md:w-[62px] md:rounded-m"
    />
  );
}

const ITEMS = { traits: (item: Item) => <TraitBeside trait={item as Trait} /> };

/** A slider as a line of its own, so that it can be held against the one in the next column. */
function TraitBeside({ trait }: { readonly trait: Trait }) {
  const { left, right, value } = trait;
  return (
    <div role="img" aria-label={traitWords(trait)} className="min-w-0 text-small">
      <div className="flex justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">{left}</span>
        <span className="min-w-0 text-end text-ink-2 wrap-anywhere">{right}</span>
      </div>
      <div className="relative mx-1 my-1.5 h-1 rounded-full bg-line">
        {value !== null && (
          <span
            className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink rtl:translate-x-1/2"
            style={{ insetInlineStart: `${value}%` }}
          />
        )}
      </div>
    </div>
  );
}
