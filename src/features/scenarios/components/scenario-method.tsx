"use client";
import { MethodChecklist } from "@/features/documents/bodies/components/method-checklist";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import type { ScenarioContent } from "../scenario-rules";

/** The prompts of the method, for who writes. */
export function ScenarioMethod({ documentId }: { readonly documentId: string }) {
  const edit = useEdit();
  const content = useContentPart((whole: ScenarioContent) => whole);
  if (!edit) return null;
  const { story, kind, personas, setting, trigger, outcome } = content;
  const hasLead = personas.some(({ part }) => part === "lead");
  return <MethodChecklist documentId={documentId} facts={{ body: story, kind, hasLead, setting, trigger, outcome }} />;
}
