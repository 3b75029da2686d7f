"use client";
// The rule that is being written, and the acts that change it, for every row of it.
import { createContext, use } from "react";
import type { RuleNode, RuleRow } from "@/features/datasets/rules/rule-rules";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import type { RuleVocabulary } from "../building-contract";
import type { RowPlace, Way } from "../rule-tree-rules";

/** What of a row gets the focus: its first value, or its handle. */
export type RowPart = "value" | "handle";

export interface Builder {
  readonly documentId: string;
  readonly rows: readonly RuleRow[];
  readonly match: "all" | "any";
  readonly vocabulary: RuleVocabulary;
  /** Sentences by row id. */
  readonly problems: ReadonlyMap<string | null, readonly string[]>;
  readonly edit: (edits: readonly Edit[]) => void;
  /** Adds a row and goes on in it. */
  readonly add: (node: RuleNode, place: RowPlace) => void;
  readonly change: (id: string, node: RuleNode) => void;
  readonly remove: (id: string) => void;
  readonly duplicate: (id: string) => void;
  /** Moves a row and keeps the focus on it. */
  readonly move: (id: string, place: RowPlace) => void;
  readonly go: (id: string, way: Way) => void;
  readonly isCollapsed: (id: string) => boolean;
  readonly toggleCollapsed: (id: string) => void;
  /** Whether the focus is about to go to a row: what closes meanwhile leaves it alone. */
  readonly isFocusTaken: () => boolean;
}

const BuilderContext = createContext<Builder | null>(null);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (!builder) throw new Error("Conditions are written below a BuilderProvider.");
  return builder;
}
