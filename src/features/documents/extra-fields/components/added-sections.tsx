"use client";
import { useId, useMemo } from "react";
import { useContent } from "../../drafts/components/content-context";
import type { Edit } from "../../drafts/edit-rules";
import { type AddedContent, claimsField, type DocumentContent, placeOf } from "../../field-rules";
import { ClaimsSection } from "../../sheet/components/claims-section";
import { PlaceFrame } from "../../sheet/components/place-frame";
import type { SheetSection } from "../../sheet/components/sheet-sections";
import { TextInPlace } from "../../sheet/components/text-in-place";
import type { ExtraField } from "../extra-field-contract";

/** What a workspace defined for this kind of document. */
type AddedDefinition = Pick<ExtraField, "id" | "shape" | "label" | "hint">;

const MAX_EXTRA = 2_000;

/**
 * Fields and sections that the workspace added: those that the content has, also when they were withdrawn since, and those
 * that are offered to people who may edit.
 */
export function addedSections(
  content: DocumentContent & AddedContent,
  definitions: readonly AddedDefinition[],
): readonly SheetSection[] {
  const used: AddedDefinition[] = [
    ...content.extras.map(({ id, label }) => ({ id, label, shape: "text" as const, hint: "" })),
    ...content.sections.map(({ id, label }) => ({ id, label, shape: "claims" as const, hint: "" })),
  ];
  const hints = new Map(definitions.map(({ id, hint }) => [id, hint]));
  const offered = definitions.filter(({ id }) => !used.some((one) => one.id === id));
  return [...used, ...offered].map((added) => {
    const definition = { ...added, hint: hints.get(added.id) ?? "" };
    const { id, label, shape } = definition;
    if (shape === "text") {
      const isEmpty = !content.extras.some((extra) => extra.id === id && extra.text !== "");
      return { id, label, isEmpty, render: (isOpened) => <AddedText definition={definition} isOpened={isOpened} /> };
    }
    const isEmpty = !content.sections.some((section) => section.id === id && section.claims.length > 0);
    return { id, label, isEmpty, render: (isOpened) => <AddedSection definition={definition} isOpened={isOpened} /> };
  });
}

interface AddedProps {
  readonly definition: AddedDefinition;
  readonly isOpened: boolean;
}

function AddedSection({ definition: { id, label, hint }, isOpened }: AddedProps) {
  const { content } = useContent<DocumentContent & AddedContent>();
  const isMade = content.sections.some((section) => section.id === id);
  const field = useMemo(() => claimsField(["sections", id, "claims"], label, hint), [id, label, hint]);
  const before = useMemo<Edit | undefined>(
    () => (isMade ? undefined : { op: "insert", path: ["sections"], item: { id, label, claims: [] }, before: null }),
    [isMade, id, label],
  );
  return <ClaimsSection field={field} isOpened={isOpened} before={before} />;
}

function AddedText({ definition: { id, label, hint }, isOpened }: AddedProps) {
  const { content, edit } = useContent<DocumentContent & AddedContent>();
  const heading = useId();
  const extra = content.extras.find((one) => one.id === id);
  const write = (text: string) => {
    if (!edit) return;
    if (!extra && text !== "") edit({ op: "insert", path: ["extras"], item: { id, label, text }, before: null });
    else if (extra) edit({ op: "set", path: ["extras", id, "text"], value: text });
  };
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} dir="auto" className="mb-1.5 text-section wrap-anywhere">
        {label}
      </h2>
      {edit ? (
        <PlaceFrame place={placeOf(["extras", id])}>
          <TextInPlace
            label={label}
            text={extra?.text ?? ""}
            onText={write}
            isLine={false}
            maxLength={MAX_EXTRA}
            placeholder={hint || "Write something"}
            autoFocus={isOpened}
          />
        </PlaceFrame>
      ) : (
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {extra?.text}
        </p>
      )}
    </section>
  );
}
