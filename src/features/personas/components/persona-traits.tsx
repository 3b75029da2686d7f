"use client";
import { Ellipsis } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { placeOf } from "@/features/documents/field-rules";
import { type ItemActs, useItemActs } from "@/features/documents/sheet/components/item-acts";
import { PlaceFrame } from "@/features/documents/sheet/components/place-frame";
import { TextInPlace } from "@/features/documents/sheet/components/text-in-place";
import { Button, IconButton } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import { PERSONA_TRAITS, type PersonaContent, type Trait } from "../persona-rules";
import { spreadBand, traitWords } from "../trait-rules";

const loadDetails = () => import("./trait-details-part").then((part) => part.TraitDetailsPart);
const ignore = () => undefined;
const ROW = "grid! grid-cols-[minmax(0,1fr)_minmax(0,1.35fr)_minmax(0,1fr)_auto] items-center gap-x-3 py-1 text-small";

/** What they are like, as dots between two poles; the lighter band is how far people differ. */
export function PersonaTraits({ isOpened }: { readonly isOpened: boolean }) {
  const { content, edit } = useContent<PersonaContent>();
  const heading = useId();
  const [newest, setNewest] = useState<string | null>(null);
  const { traits } = content;
  const acts = useItemActs(PERSONA_TRAITS, traits, edit ?? ignore);
  const isFull = traits.length >= PERSONA_TRAITS.most;
  const add = () => setNewest(acts.add({ value: 50 }));
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        {PERSONA_TRAITS.label}
      </h2>
      <ul>
        {traits.map((trait) => (
          <li key={trait.id} className="group">
            {edit ? (
              <EditableTrait trait={trait} acts={acts} isNew={trait.id === newest} />
            ) : (
              <ReadTrait trait={trait} />
            )}
          </li>
        ))}
      </ul>
      {edit && !isFull && (
        <Button
          size="s"
          variant="ghost"
          autoFocus={isOpened && traits.length === 0}
          onClick={add}
          className="-ms-2 mt-1"
        >
          {traits.length === 0 ? "Add two poles, such as careful and bold" : "Add a slider"}
        </Button>
      )}
    </section>
  );
}

/** The line between the poles, with the band. */
function Track({ trait }: { readonly trait: Trait }) {
  const band = spreadBand(trait);
  return (
    <>
      <span aria-hidden="true" className="absolute inset-x-0 top-1/2 -mt-0.5 h-1 rounded-full bg-line" />
      {band && (
        <span
          aria-hidden="true"
          className="absolute top-1/2 -mt-1 h-2 rounded-full bg-line-strong"
          style={{ insetInlineStart: `${band.from}%`, width: `${band.to - band.from}%` }}
        />
      )}
    </>
  );
}

function ReadTrait({ trait }: { readonly trait: Trait }) {
  return (
    <div className={ROW}>
      <span dir="auto" className="wrap-anywhere">
        {trait.left}
      </span>
      <span role="img" aria-label={traitWords(trait)} title={traitWords(trait)} className="relative block h-6">
        <Track trait={trait} />
        {trait.value !== null && (
          <span
            className="absolute top-1/2 -ms-1.5 -mt-1.5 size-3 rounded-full bg-ink"
            style={{ insetInlineStart: `${trait.value}%` }}
          />
        )}
      </span>
      <span dir="auto" className="text-ink-2 wrap-anywhere">
        {trait.right}
      </span>
    </div>
  );
}

interface EditableTraitProps {
  readonly trait: Trait;
  readonly acts: ItemActs;
  readonly isNew: boolean;
}

function EditableTrait({ trait, acts, isNew }: EditableTraitProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Details = usePart(loadDetails, isOpen, () => setOpen(false));
  const name = [trait.left, trait.right].filter(Boolean).join(" to ") || "new slider";
  const pole = (side: "left" | "right") => (
    <TextInPlace
      label={side === "left" ? `Left pole of ${name}` : `Right pole of ${name}`}
      text={trait[side]}
      onText={(text) => acts.set(trait.id, [side], text)}
      isLine
      maxLength={40}
      placeholder={side === "left" ? "Careful" : "Bold"}
      autoFocus={isNew && side === "left"}
      className={side === "right" ? "text-ink-2" : ""}
    />
  );
  return (
    <PlaceFrame place={placeOf([...PERSONA_TRAITS.path, trait.id])} className={ROW}>
      {pole("left")}
      <span className="relative block h-6">
        <Track trait={trait} />
        <input
          type="range"
          min={0}
          max={100}
          value={trait.value ?? 50}
          aria-label={name}
          aria-valuetext={traitWords(trait)}
          onChange={(event) => acts.set(trait.id, ["value"], Number(event.target.value))}
          className="trait-range absolute -inset-x-1.5 inset-y-0"
          data-unsaid={trait.value === null || undefined}
        />
      </span>
      {pole("right")}
      <IconButton
        ref={anchor}
        size="s"
        label={`More for ${name}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        icon={<Ellipsis aria-hidden="true" className="size-4" />}
        onClick={() => setOpen(true)}
        className="-me-1 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-60"
      />
      {Details && <Details {...{ trait, name, acts, anchor }} open={isOpen} onOpenChange={setOpen} />}
    </PlaceFrame>
  );
}
