import { rowsWords } from "@/features/datasets/discovery/draft-row-rules";
import { readGround } from "@/features/datasets/discovery/use-cases/look-at-data";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import { catalogProblems } from "@/features/datasets/rules/rule-check-rules";
import { addDocument } from "@/features/documents/use-cases/add-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { segmentKind } from "../../segment-kind";
import { SEGMENT_BASES, type SegmentContent } from "../../segment-rules";
import type { DraftSegmentsInput } from "../discovery-contract";

/**
 * Makes a segment of each finding, as a draft that the caller owns: name, summary, the rule to go on with, and the same in
 * words. Throws NOT_FOUND when the data are gone, INVALID for a rule that can't be asked of them; then none is made.
 */
export async function draftSegments(
  scope: Scope<"draft.edit">,
  { datasetId, segments }: Omit<DraftSegmentsInput, "workspaceId">,
): Promise<{ readonly documentIds: readonly string[] }> {
  const { snapshot, data } = await readGround(scope.also("document.read"), { datasetId });
  const documentIds: string[] = [];
  for (const { title, summary, match, rows } of segments) {
    const { rule, problems } = assembleRule({ match, rows, pins: [] });
    const [problem] = [...problems, ...catalogProblems(rule, snapshot.catalog)];
    if (problem) throw new AppError("INVALID", `“${title}” can’t be measured: ${problem.sentence}`);
    const used = new Set(rows.flatMap(({ node }) => (node?.k === "trait" ? [node.trait] : [])));
    const groups = new Set(snapshot.catalog.traits.filter(({ id }) => used.has(id)).map(({ group }) => group));
    const content: SegmentContent = segmentKind.schema.parse({
      ...segmentKind.empty(title),
      ...{ summary, match, rule: rows },
      bases: Object.keys(SEGMENT_BASES).filter((basis) => groups.has(basis as keyof typeof SEGMENT_BASES)),
      definition: rowsWords(rows, match).slice(0, 2_000),
      data: { id: datasetId, name: data.name },
    });
    documentIds.push(await addDocument(scope, segmentKind, content, { verb: "created" }));
  }
  return { documentIds };
}
