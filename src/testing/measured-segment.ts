// Segments with rules on given customer data, published by the product's own use cases.
import type { RuleNode, RuleRow, TraitNode } from "@/features/datasets/rules/rule-rules";
import { addDocument } from "@/features/documents/use-cases/add-document";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { segmentKind } from "@/features/segments/segment-kind";
import type { Scope } from "@/server/access/open-scope";

/** A condition as a row of the rule's include root. */
export function ruleRow(node: RuleNode, within = "include"): RuleRow {
  return { id: crypto.randomUUID(), node, within };
}

/** A text trait that is one of the values. */
export function isAnyOf(trait: string, ...values: readonly string[]): TraitNode {
  return { k: "trait", trait, label: trait, type: "text", op: "any-of", values };
}

/** A segment with this rule as its draft; the answer is its id. */
export function addSegment(
  scope: Scope<"draft.edit">,
  { title, datasetId, rows }: { readonly title: string; readonly datasetId: string; readonly rows: readonly RuleRow[] },
): Promise<string> {
  const content = segmentKind.schema.parse({
    ...segmentKind.empty(title),
    summary: "Who they are",
    data: { id: datasetId, name: "Customers" },
    rule: rows,
  });
  return addDocument(scope, segmentKind, content, { verb: "created" });
}

/** Publishes the draft as it is. */
export async function publishSegment(scope: Scope<"document.publish">, documentId: string): Promise<number> {
  const { workspaceId } = scope;
  const { revision } = await readDraft(scope.also("draft.read"), segmentKind, documentId);
  const input = { workspaceId, documentId, revision, note: "New", reason: "new-evidence" } as const;
  return (await publishVersion(scope, segmentKind, input)).number;
}
