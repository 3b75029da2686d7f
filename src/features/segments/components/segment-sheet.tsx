"use client";
import { isEmptyBody } from "@/features/documents/bodies/body-rules";
import { BodySection } from "@/features/documents/bodies/components/body-section";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { addedSections } from "@/features/documents/extra-fields/components/added-sections";
import { useAddedDefinitions } from "@/features/documents/extra-fields/components/use-added-definitions";
import { fieldAt, itemsAt, placeOf } from "@/features/documents/field-rules";
import { HintList } from "@/features/documents/links/components/hint-list";
import { LinksSection } from "@/features/documents/links/components/links-section";
import { ScenariosSection } from "@/features/documents/links/components/scenarios-section";
import { ClaimsSection } from "@/features/documents/sheet/components/claims-section";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { type SheetSection, SheetSections } from "@/features/documents/sheet/components/sheet-sections";
import { WhoBelongs } from "../building/components/who-belongs";
import { SegmentDrift, SegmentHistory, SegmentMeasure } from "../measures/components/segment-measured";
import { SegmentFigures } from "../measuring/components/segment-figures";
import { SEGMENT_CLAIMS, SEGMENT_IDENTITY, SEGMENT_NOTES, SEGMENT_PARENT, type SegmentContent } from "../segment-rules";
import { SegmentEyebrow } from "./segment-eyebrow";
import { SegmentChildren, SegmentPersonas, useLinksToSegment } from "./segment-personas";
import { SegmentAges, SegmentSize, SegmentTargeting } from "./segment-standing";
import { SegmentUsefulness } from "./segment-usefulness";

const TITLE = fieldAt(SEGMENT_IDENTITY, "title");
const SUMMARY = fieldAt(SEGMENT_IDENTITY, "summary");

/** What one says first of a group. */
const FIRST = ["claims.characteristics", "claims.needs"];

interface SegmentSheetProps {
  readonly documentId: string;
  /** The version that is shown; null for the draft or what is current. */
  readonly version?: number;
}

/** A segment as one reads it; where the person may edit, each text is typed in place. */
export function SegmentSheet({ documentId, version }: SegmentSheetProps) {
  const { content } = useContent<SegmentContent>();
  const measured = { documentId, version: version ?? null };
  const added = useAddedDefinitions("segment");
  const { personas, parts } = useLinksToSegment(documentId);
  return (
    <article>
      <div className="pb-6">
        <SegmentEyebrow personas={personas} />
        <h1 className="font-display text-display-36">
          <FieldInPlace field={TITLE} placeholder="Name" />
        </h1>
        <div className="mt-1.5 max-w-[62ch] text-ink-2">
          <FieldInPlace field={SUMMARY} />
        </div>
      </div>
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-7">
          <WhoBelongs documentId={documentId} />
          <SegmentHistory {...measured} />
          <div>
            <SheetSections sections={sectionsOf(content, documentId, added)} first={FIRST} />
          </div>
        </div>
        <div className="grid content-start gap-7">
          <SegmentFigures>
            <SegmentMeasure {...measured}>
              <SegmentSize />
            </SegmentMeasure>
          </SegmentFigures>
          <SegmentDrift {...measured} />
          <SegmentPersonas personas={personas} documentId={documentId} />
          <SegmentTargeting />
          <SegmentUsefulness />
          <SegmentAges />
          <SegmentChildren parts={parts} />
          <ScenariosSection kind="segment" documentId={documentId} />
        </div>
      </div>
      <HintList kind="segment" documentId={documentId} />
    </article>
  );
}

function sectionsOf(
  content: SegmentContent,
  documentId: string,
  added: ReturnType<typeof useAddedDefinitions>,
): readonly SheetSection[] {
  return [
    ...SEGMENT_CLAIMS.map((field, place) => ({
      id: placeOf(field.path),
      label: field.label,
      isEmpty: itemsAt(content, field.path).length === 0,
      render: (isOpened: boolean) => <ClaimsSection field={field} isOpened={isOpened} isFirst={place === 0} />,
    })),
    ...addedSections(content, added),
    {
      id: "parent",
      label: SEGMENT_PARENT.label,
      isEmpty: content.parent.length === 0,
      render: (isOpened) => <LinksSection field={SEGMENT_PARENT} documentId={documentId} isOpened={isOpened} />,
    },
    {
      id: "notes",
      label: SEGMENT_NOTES.label,
      isEmpty: isEmptyBody(content.notes),
      render: (isOpened) => <BodySection field={SEGMENT_NOTES} isOpened={isOpened} />,
    },
  ];
}
