"use client";
import { PrintPage } from "@/features/documents/components/print-page";
import { SCENARIO_FIELDS } from "../scenario-rules";

interface ScenarioPrintProps {
  readonly documentId: string;
  readonly isDraft: boolean;
}

export function ScenarioPrintPage(props: ScenarioPrintProps) {
  return <PrintPage kind="scenario" fields={SCENARIO_FIELDS} {...props} />;
}
