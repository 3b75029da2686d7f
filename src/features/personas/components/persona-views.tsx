"use client";
import { ComparePage, type ComparePageProps } from "@/features/documents/comparison/components/compare-page";
import { DocumentPage, type DocumentPageProps } from "@/features/documents/components/document-page";
import { VersionPage } from "@/features/documents/versions/components/version-page";
import { missingInPersona, PERSONA_FIELDS, type PersonaContent } from "../persona-rules";
import { PersonaSheet } from "./persona-sheet";

interface PersonaProps {
  readonly documentId: string;
}

export function PersonaPage({ documentId, ...slots }: PersonaProps & Pick<DocumentPageProps, "reviews" | "guide">) {
  return (
    <DocumentPage
      kind="persona"
      documentId={documentId}
      {...slots}
      fields={PERSONA_FIELDS}
      missing={(content) => missingInPersona(content as PersonaContent)}
      sheet={<PersonaSheet documentId={documentId} />}
    />
  );
}

export function PersonaVersionPage({ documentId, number }: PersonaProps & { readonly number: number }) {
  return (
    <VersionPage
      kind="persona"
      documentId={documentId}
      number={number}
      sheet={<PersonaSheet documentId={documentId} />}
    />
  );
}

export function PersonaComparePage(props: Omit<ComparePageProps, "kind">) {
  return <ComparePage kind="persona" {...props} />;
}
