"use client";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";

/** The procedures of one kind. Kinds have the same ones, so that the engine's components are written once. */
export function useDocumentApi(kind: KindName) {
  const trpc = useTRPC();
  return { segment: trpc.segments, persona: trpc.personas, scenario: trpc.scenarios }[kind];
}
