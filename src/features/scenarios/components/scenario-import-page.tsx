"use client";
import { ImportPage } from "@/features/documents/portable/components/import-page";
import { SCENARIO_FIELDS } from "../scenario-rules";

export function ScenarioImportPage() {
  return (
    <ImportPage
      kind="scenario"
      fields={SCENARIO_FIELDS}
      rest={{ place: "story", name: "story" }}
      subtitle={{ label: "Summary", max: 600 }}
    />
  );
}
