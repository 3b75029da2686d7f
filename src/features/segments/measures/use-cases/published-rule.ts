import { hasRule } from "@/features/datasets/rules/assemble-rule-rules";
import { readDocument, readVersion } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { RuleInput } from "../../measuring/measuring-contract";
import { segmentKind } from "../../segment-kind";
import type { SegmentContent } from "../../segment-rules";

/** A version whose rule speaks of customer data. */
export interface PublishedRule {
  readonly documentId: string;
  readonly version: number;
  readonly title: string;
  readonly ownerId: string;
  readonly datasetId: string;
  readonly dataName: string;
  /** It is the newest version, of a segment in use. */
  readonly isCurrent: boolean;
  readonly content: SegmentContent;
}

/** The current version's rule, or another one's; null where nothing is published or there is no rule. Throws NOT_FOUND. */
export async function publishedRule(
  scope: Scope<"document.read">,
  documentId: string,
  version: number | null = null,
): Promise<PublishedRule | null> {
  const { document, published } = await readDocument(scope, segmentKind, documentId);
  const shown =
    version === null || version === published?.number
      ? published
      : await readVersion(scope, segmentKind, { documentId, number: version });
  if (!shown) return null;
  const { content } = shown;
  if (!content.data || !hasRule({ match: content.match, rows: content.rule, pins: content.pins })) return null;
  return {
    documentId,
    version: shown.number,
    title: shown.title,
    ownerId: document.owner.id,
    datasetId: content.data.id,
    dataName: content.data.name,
    isCurrent: document.retired === null && shown.number === document.currentVersion,
    content,
  };
}

/** As `publishedRule`, null also where the document is gone meanwhile. */
export async function foundRule(
  scope: Scope<"document.read">,
  documentId: string,
  version: number | null = null,
): Promise<PublishedRule | null> {
  try {
    return await publishedRule(scope, documentId, version);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** A content's rule as questions take it; on the newest snapshot where none is named. */
export function ruleOf(
  { match, rule, pins }: Pick<SegmentContent, "match" | "rule" | "pins">,
  where: { readonly documentId: string; readonly datasetId: string; readonly snapshotId: string | null },
): Omit<RuleInput, "workspaceId"> {
  return {
    ...where,
    match,
    rows: rule.map(({ id, within, node }) => ({ id, within, node })),
    pins: pins.map(({ key, side }) => ({ key, side })),
  };
}
