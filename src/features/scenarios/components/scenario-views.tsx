"use client";
import { ComparePage, type ComparePageProps } from "@/features/documents/comparison/components/compare-page";
import { DocumentPage, type DocumentPageProps } from "@/features/documents/components/document-page";
import { VersionPage } from "@/features/documents/versions/components/version-page";
import { missingInScenario, SCENARIO_FIELDS, type ScenarioContent } from "../scenario-rules";
import { ScenarioMethod } from "./scenario-method";
import { ScenarioSheet } from "./scenario-sheet";

interface ScenarioProps {
  readonly documentId: string;
}

export function ScenarioPage({ documentId, ...slots }: ScenarioProps & Pick<DocumentPageProps, "reviews" | "guide">) {
  return (
    <DocumentPage
      kind="scenario"
      documentId={documentId}
      {...slots}
      fields={SCENARIO_FIELDS}
      missing={(content) => missingInScenario(content as ScenarioContent)}
      sheet={<ScenarioSheet documentId={documentId} />}
      beside={<ScenarioMethod documentId={documentId} />}
    />
  );
}

export function ScenarioVersionPage({ documentId, number }: ScenarioProps & { readonly number: number }) {
  return (
    <VersionPage
      kind="scenario"
      documentId={documentId}
      number={number}
      sheet={<ScenarioSheet documentId={documentId} />}
    />
  );
}

export function ScenarioComparePage(props: Omit<ComparePageProps, "kind">) {
  return <ComparePage kind="scenario" {...props} />;
}
