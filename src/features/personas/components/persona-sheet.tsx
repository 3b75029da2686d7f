"use client";
import { isEmptyBody } from "@/features/documents/bodies/body-rules";
import { BodySection } from "@/features/documents/bodies/components/body-section";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { addedSections } from "@/features/documents/extra-fields/components/added-sections";
import { useAddedDefinitions } from "@/features/documents/extra-fields/components/use-added-definitions";
import { fieldAt, itemsAt, placeOf } from "@/features/documents/field-rules";
import { HintList } from "@/features/documents/links/components/hint-list";
import { LinksSection } from "@/features/documents/links/components/links-section";
import { NeedsSection } from "@/features/documents/links/components/needs-section";
import { ScenariosSection } from "@/features/documents/links/components/scenarios-section";
import { countBacked, feelingOf } from "@/features/documents/sheet/claim-rules";
import { ClaimsSection } from "@/features/documents/sheet/components/claims-section";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { type SheetSection, SheetSections } from "@/features/documents/sheet/components/sheet-sections";
import { WordsSection } from "@/features/documents/sheet/components/words-section";
import { BesideTheData } from "../measured/components/beside-the-data";
import {
  claimsOf,
  PERSONA_CLAIMS,
  PERSONA_IDENTITY,
  PERSONA_LINKS,
  PERSONA_STORY,
  PERSONA_TRAITS,
  PERSONA_WORDS,
  type PersonaContent,
} from "../persona-rules";
import { PersonaEyebrow } from "./persona-eyebrow";
import { PersonaFacts } from "./persona-facts";
import { PersonaPortrait } from "./persona-portrait";
import { PersonaTraits } from "./persona-traits";

const TITLE = fieldAt(PERSONA_IDENTITY, "title");
const ARCHETYPE = fieldAt(PERSONA_IDENTITY, "archetype");
const QUOTE = fieldAt(PERSONA_IDENTITY, "quote");
const QUOTE_SOURCE = fieldAt(PERSONA_IDENTITY, "quoteSource");
const SUMMARY = fieldAt(PERSONA_IDENTITY, "summary");
const BASIS = fieldAt(PERSONA_IDENTITY, "basis");

/** What one says first of somebody. */
const FIRST = ["claims.goals", "claims.pains"];

/** A persona as one reads it; where the person may edit, each text is typed in place. */
export function PersonaSheet({ documentId }: { readonly documentId: string }) {
  const { content, edit } = useContent<PersonaContent>();
  const added = useAddedDefinitions("persona");
  return (
    <article>
      <div className="grid gap-x-7 gap-y-5 border-b pb-6 md:grid-cols-[168px_minmax(0,1fr)] lg:grid-cols-[168px_minmax(0,1fr)_auto]">
        <PersonaPortrait />
        <div className="min-w-0">
          <PersonaEyebrow />
          <h1 className="mt-1 font-display text-display-44">
            <FieldInPlace field={TITLE} placeholder="Name" />
          </h1>
          <FieldInPlace field={ARCHETYPE} className="mt-1 text-section font-medium text-ink-2" />
          {(edit || content.quote) && (
            <figure className="mt-3 max-w-[560px]">
              <blockquote className="font-display text-quote text-ink-2 italic">
                <FieldInPlace field={QUOTE} className={edit ? "" : "before:content-['“'] after:content-['”']"} />
              </blockquote>
              {content.quote && (
                <figcaption className="text-small text-ink-3">
                  <FieldInPlace field={QUOTE_SOURCE} />
                </figcaption>
              )}
            </figure>
          )}
          <PersonaFacts />
        </div>
        <Backing />
      </div>
      {(edit || content.summary) && (
        <section aria-label="Summary" className="max-w-[68ch] pt-6">
          <FieldInPlace field={SUMMARY} className="text-ink-2" />
        </section>
      )}
      <SheetSections sections={sectionsOf(content, documentId, added)} first={FIRST} className="pt-6 md:grid-cols-2" />
      <div className="grid gap-y-7 pt-7">
        <BesideTheData documentId={documentId} />
        <ScenariosSection kind="persona" documentId={documentId} />
        <NeedsSection personaId={documentId} />
      </div>
      <HintList kind="persona" documentId={documentId} />
    </article>
  );
}

function sectionsOf(
  content: PersonaContent,
  documentId: string,
  added: ReturnType<typeof useAddedDefinitions>,
): readonly SheetSection[] {
  const claims = PERSONA_CLAIMS.map((field, place) => ({
    id: placeOf(field.path),
    label: field.label,
    isEmpty: itemsAt(content, field.path).length === 0,
    isWide: feelingOf(field) !== undefined,
    render: (isOpened: boolean) => <ClaimsSection field={field} isOpened={isOpened} isFirst={place === 0} />,
  }));
  return [
    ...claims.filter(({ isWide }) => !isWide),
    {
      id: "traits",
      label: PERSONA_TRAITS.label,
      isEmpty: content.traits.length === 0,
      render: (isOpened) => <PersonaTraits isOpened={isOpened} />,
    },
    ...PERSONA_WORDS.map((field) => ({
      id: placeOf(field.path),
      label: field.label,
      isEmpty: itemsAt(content, field.path).length === 0,
      render: (isOpened: boolean) => <WordsSection field={field} isOpened={isOpened} />,
    })),
    ...PERSONA_LINKS.map((field) => ({
      id: placeOf(field.path),
      label: field.label,
      isEmpty: itemsAt(content, field.path).length === 0,
      render: (isOpened: boolean) => <LinksSection field={field} documentId={documentId} isOpened={isOpened} />,
    })),
    ...addedSections(content, added),
    ...claims.filter(({ isWide }) => isWide),
    {
      id: "story",
      label: PERSONA_STORY.label,
      isEmpty: isEmptyBody(content.story),
      isWide: true,
      render: (isOpened) => <BodySection field={PERSONA_STORY} isOpened={isOpened} />,
    },
  ];
}

/** How much of it is known, and what it rests on as a whole. */
function Backing() {
  const { content, edit } = useContent<PersonaContent>();
  const claims = claimsOf(content);
  const { backed, assumptions } = countBacked(claims);
  return (
    <div className="md:col-start-2 lg:col-start-auto lg:text-end">
      {claims.length > 0 && (
        <>
          <p className="text-label text-ink-3">Backed by evidence</p>
          <p className="font-display text-[2.125rem] leading-tight tabular-nums">
            {backed} of {claims.length}
          </p>
          <p className="text-small text-ink-2">
            {assumptions === 1 ? "1 assumption" : `${assumptions === 0 ? "No" : assumptions} assumptions`} left to test
          </p>
        </>
      )}
      {(edit || claims.length > 0) && (
        <div className="flex text-small text-ink-3 lg:justify-end">
          <FieldInPlace field={BASIS} />
        </div>
      )}
    </div>
  );
}
