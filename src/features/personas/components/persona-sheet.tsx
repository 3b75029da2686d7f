"use client";
import { ClaimsSection } from "@/features/documents/components/claims-section";
import { useContent } from "@/features/documents/components/content-context";
import { FieldInPlace } from "@/features/documents/components/field-in-place";
import { LabelledFields } from "@/features/documents/components/labelled-fields";
import { fieldAt } from "@/features/documents/field-rules";
import { claimsOf, PERSONA_CLAIMS, PERSONA_FACTS, PERSONA_IDENTITY, type PersonaContent } from "../persona-rules";
import { PersonaPortrait } from "./persona-portrait";

const TITLE = fieldAt(PERSONA_IDENTITY, "title");
const ARCHETYPE = fieldAt(PERSONA_IDENTITY, "archetype");
const QUOTE = fieldAt(PERSONA_IDENTITY, "quote");
const SUMMARY = fieldAt(PERSONA_IDENTITY, "summary");
const KIND = fieldAt(PERSONA_IDENTITY, "kind");
const BASIS = fieldAt(PERSONA_IDENTITY, "basis");

/** A persona as one reads it; where the person may edit, each text is typed in place. */
export function PersonaSheet() {
  const { content, edit } = useContent<PersonaContent>();
  const claims = claimsOf(content).length;
  return (
    <article>
      <div className="grid gap-x-7 gap-y-5 border-b pb-6 md:grid-cols-[168px_minmax(0,1fr)] lg:grid-cols-[168px_minmax(0,1fr)_auto]">
        <PersonaPortrait />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-3">
            <FieldInPlace field={KIND} />
            persona ·
            <FieldInPlace field={BASIS} />
          </div>
          <h1 className="mt-1 font-display text-display-44">
            <FieldInPlace field={TITLE} placeholder="Name" />
          </h1>
          <FieldInPlace field={ARCHETYPE} className="mt-1 text-section font-medium text-ink-2" />
          {(edit || content.quote) && (
            <blockquote className="mt-3 max-w-[560px] font-display text-quote text-ink-2 italic">
              <FieldInPlace field={QUOTE} className={edit ? "" : "before:content-['“'] after:content-['”']"} />
            </blockquote>
          )}
          <div className="mt-4">
            <LabelledFields fields={PERSONA_FACTS} columns="grid-cols-2 sm:grid-cols-3" />
          </div>
        </div>
        {claims > 0 && (
          <div className="md:col-start-2 lg:col-start-auto lg:text-end">
            <p className="text-label text-ink-3">Backed by evidence</p>
            <p className="font-display text-[2.125rem] leading-tight tabular-nums">0 of {claims}</p>
            <p className="text-small text-ink-2">
              {claims === 1 ? "1 assumption" : `${claims} assumptions`} left to test
            </p>
          </div>
        )}
      </div>
      {(edit || content.summary) && (
        <section aria-label="Summary" className="max-w-[68ch] pt-6 font-display text-prose">
          <FieldInPlace field={SUMMARY} />
        </section>
      )}
      <div className="grid gap-x-10 gap-y-7 pt-6 md:grid-cols-2">
        {PERSONA_CLAIMS.map((field) => (
          <ClaimsSection key={field.label} field={field} />
        ))}
      </div>
    </article>
  );
}
