"use client";
import { PrintPage } from "@/features/documents/components/print-page";
import type { DocumentContent } from "@/features/documents/field-rules";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { PERSONA_FIELDS, type PersonaContent } from "../persona-rules";

interface PersonaPrintProps {
  readonly documentId: string;
  readonly isDraft: boolean;
}

export function PersonaPrintPage(props: PersonaPrintProps) {
  return <PrintPage kind="persona" fields={FIELDS} face={face} {...props} />;
}

// The face stands before the name, on its colour.
const FIELDS = PERSONA_FIELDS.filter(({ path }) => !["hue", "portrait"].includes(path[0] ?? ""));

function face(content: DocumentContent) {
  const { portrait, hue } = content as PersonaContent;
  return <DocumentFace card={{ portrait, hue }} alt={portrait.alt} isFirst className="h-[112px] w-[96px] rounded-m" />;
}
