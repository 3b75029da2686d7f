// How the demo's documents are written: as steps that a team took, each with what it changed.

import type { RuleNode, TraitNode } from "@/features/datasets/rules/rule-rules";
import type { BodyNode } from "@/features/documents/bodies/body-rules";
import type { VersionReason } from "@/features/documents/document-contract";
import type { KindName } from "@/shared/document-kinds";

/** An item of a list: its first attribute alone, or its attributes. One with the same first attribute keeps its id. */
export type DemoItem = string | Readonly<Record<string, string | number | null | RuleNode>>;
/** Prose is a body, see demo-body.ts. */
export type DemoValue =
  | string
  | number
  | BodyNode
  | { readonly id: string; readonly name: string }
  | readonly DemoItem[];

interface Step {
  readonly by: string;
  /** Fields by dotted path. What is linked is named by its title, which stands further up in the demo. */
  readonly set: Readonly<Record<string, DemoValue>>;
  readonly publish?: {
    readonly note: string;
    readonly reason?: Exclude<VersionReason, "first">;
    /** So long ago that some of it is due by now. */
    readonly daysAgo: number;
  };
  /** When it was written, where it isn't published. */
  readonly daysAgo?: number;
}

export interface DemoDocument {
  readonly kind: KindName;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly steps: readonly Step[];
  /** Who confirms it; left out: its owner, who wrote the first step. */
  readonly verifiers?: readonly string[];
  /** How often it is to be verified; left out: as laid down for all. */
  readonly everyWeeks?: number;
}

/** A row of a segment's rule; `within` is the row of its group, or the side that it stands on. */
export function condition(node: Omit<TraitNode, "k">, within = "include"): DemoItem {
  return { node: { k: "trait", ...node }, within };
}

export const NOT_TRADE = condition(
  { trait: "account", label: "Account", type: "text", op: "any-of", values: ["Trade"] },
  "exclude",
);

type Attributes = Readonly<Record<string, string | number>>;

/** What people said or showed. */
export function told(text: string, source: string, more: Attributes = {}): DemoItem {
  return { text, provenance: "grounded", source, ...more };
}

/** What was counted. */
export function counted(text: string, source: string, more: Attributes = {}): DemoItem {
  return { text, provenance: "measured", source, ...more };
}

/** What follows from something else. */
export function inferred(text: string, source: string, more: Attributes = {}): DemoItem {
  return { text, provenance: "inferred", source, ...more };
}
