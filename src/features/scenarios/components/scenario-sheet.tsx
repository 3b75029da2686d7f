"use client";
import { BodySection } from "@/features/documents/bodies/components/body-section";
import { EmotionCurve } from "@/features/documents/bodies/components/emotion-curve";
import { useContent, useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { addedSections } from "@/features/documents/extra-fields/components/added-sections";
import { useAddedDefinitions } from "@/features/documents/extra-fields/components/use-added-definitions";
import { fieldAt } from "@/features/documents/field-rules";
import { HintList } from "@/features/documents/links/components/hint-list";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { SheetSections } from "@/features/documents/sheet/components/sheet-sections";
import {
  SCENARIO_FRAME,
  SCENARIO_IDENTITY,
  SCENARIO_KINDS,
  SCENARIO_PERSONAS,
  SCENARIO_SEGMENTS,
  SCENARIO_STATUSES,
  SCENARIO_STORY,
  type ScenarioContent,
} from "../scenario-rules";
import { FrameRow } from "./frame-row";
import { PinnedDocuments } from "./pinned-documents";

const TITLE = fieldAt(SCENARIO_IDENTITY, "title");
const SUMMARY = fieldAt(SCENARIO_IDENTITY, "summary");
const KIND = fieldAt(SCENARIO_IDENTITY, "kind");
const STATUS = fieldAt(SCENARIO_IDENTITY, "status");

/** A scenario as one reads it: who, where and what sets it off, then the story. */
export function ScenarioSheet({ documentId }: { readonly documentId: string }) {
  return (
    <article>
      <Eyebrow />
      <h1 className="font-display text-display-44">
        <FieldInPlace field={TITLE} placeholder="Title" />
      </h1>
      <div className="mt-1.5 max-w-[62ch] text-ink-2">
        <FieldInPlace field={SUMMARY} />
      </div>
      <div className="mt-6 grid border-b pb-5">
        <PinnedDocuments field={SCENARIO_PERSONAS} label="Who" documentId={documentId} />
        <PinnedDocuments field={SCENARIO_SEGMENTS} label="Segment" documentId={documentId} />
        {SCENARIO_FRAME.map((field) => (
          <FrameRow key={field.label} field={field} />
        ))}
      </div>
      <div className="pt-6">
        <EmotionCurve field={SCENARIO_STORY} documentId={documentId} />
        <BodySection field={SCENARIO_STORY} isOpened />
      </div>
      <AddedSections />
      <HintList kind="scenario" documentId={documentId} />
    </article>
  );
}

/** "Context scenario · Being written". */
function Eyebrow() {
  const edit = useEdit();
  const kind = useContentPart((content: ScenarioContent) => content.kind);
  const status = useContentPart((content: ScenarioContent) => content.status);
  return (
    <div className="flex flex-wrap items-baseline gap-x-1 text-ink-3">
      {edit ? <FieldInPlace field={KIND} /> : <span>{SCENARIO_KINDS[kind]}</span>}
      <span className={edit ? "ms-1" : ""}>scenario</span>
      <span aria-hidden="true" className={edit ? "me-1" : ""}>
        ·
      </span>
      {edit ? <FieldInPlace field={STATUS} /> : <span>{SCENARIO_STATUSES[status]}</span>}
    </div>
  );
}

/** What the workspace added of its own. */
function AddedSections() {
  const { content } = useContent<ScenarioContent>();
  const added = useAddedDefinitions("scenario");
  const sections = addedSections(content, added);
  if (sections.length === 0) return null;
  return <SheetSections sections={sections} first={[]} className="pt-8 md:grid-cols-2" />;
}
