"use client";
import { MAX_ROWS, type TraitNode } from "@/features/datasets/rules/rule-rules";
import { nodeWords } from "@/features/datasets/rules/rule-words-rules";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { toast } from "@/ui/toast";
import type { SegmentContent } from "../../segment-rules";

/** Adds a condition at the end of the rule, which undo takes back; null for those who only read. */
export function useAddCondition(): ((node: TraitNode) => void) | null {
  const edit = useEdit();
  const rows = useContentPart((content: SegmentContent) => content.rule.length);
  if (!edit) return null;
  return (node) => {
    if (rows >= MAX_ROWS) {
      toast(`A rule has at most ${MAX_ROWS} rows.`, { tone: "error" });
      return;
    }
    const item = { id: crypto.randomUUID(), within: "include", node };
    edit({ op: "insert", path: ["rule"], item, before: null });
    toast(`Added to the rule: ${nodeWords(node)}`);
  };
}
