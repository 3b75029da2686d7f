"use client";
import { ImportPage } from "@/features/documents/portable/components/import-page";
import { PERSONA_FIELDS } from "../persona-rules";

export function PersonaImportPage() {
  return (
    <ImportPage
      kind="persona"
      fields={PERSONA_FIELDS}
      rest={{ place: "story", name: "story" }}
      subtitle={{ label: "Archetype", max: 160 }}
    />
  );
}
