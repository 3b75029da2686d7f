"use client";
import { ComparePage, type ComparePageProps } from "@/features/documents/comparison/components/compare-page";
import { DocumentPage, type DocumentPageProps } from "@/features/documents/components/document-page";
import { VersionPage } from "@/features/documents/versions/components/version-page";
import { BeforePublishing } from "../measures/components/before-publishing";
import { RuleAnswersProvider } from "../measuring/components/rule-answers";
import { missingInSegment, SEGMENT_FIELDS, type SegmentContent } from "../segment-rules";
import { SegmentSheet } from "./segment-sheet";

interface SegmentProps {
  readonly documentId: string;
}

export function SegmentPage({ documentId, ...slots }: SegmentProps & Pick<DocumentPageProps, "reviews" | "guide">) {
  return (
    <DocumentPage
      kind="segment"
      documentId={documentId}
      {...slots}
      fields={SEGMENT_FIELDS}
      missing={(content) => missingInSegment(content as SegmentContent)}
      beforePublishing={<BeforePublishing documentId={documentId} />}
      sheet={
        <RuleAnswersProvider documentId={documentId}>
          <SegmentSheet documentId={documentId} />
        </RuleAnswersProvider>
      }
    />
  );
}

export function SegmentVersionPage({ documentId, number }: SegmentProps & { readonly number: number }) {
  return (
    <VersionPage
      kind="segment"
      documentId={documentId}
      number={number}
      sheet={<SegmentSheet documentId={documentId} version={number} />}
    />
  );
}

export function SegmentComparePage(props: Omit<ComparePageProps, "kind">) {
  return <ComparePage kind="segment" {...props} />;
}
