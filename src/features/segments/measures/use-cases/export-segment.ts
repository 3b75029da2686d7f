// A file with the members of a segment, or how many they were. Who takes it stands in the audit log before it is sent.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { env } from "@/env";
import { type Trait, traitOf } from "@/features/datasets/catalog-rules";
import { boundQuestion, type Side } from "@/features/datasets/measures/member-questions";
import { readPoints, refuseUnknownSnapshot } from "@/features/datasets/measures/use-cases/read-measures";
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import { openScope, type Scope } from "@/server/access/open-scope";
import { demandSignIn } from "@/server/access/sign-in-wall";
import { inTransaction } from "@/server/db/transaction";
import { writeRows } from "@/server/duckdb/write-rows";
import type { Download } from "@/server/http/download-endpoint";
import type { RequestContext } from "@/server/trpc/procedures";
import { signedOut } from "@/server/trpc/standing-access";
import { AppError } from "@/shared/errors";
import { prepareQuestion } from "../../measuring/use-cases/prepare-question";
import { type ExportColumn, type ExportQuery, exportQuery } from "../export-contract";
import { exportedColumns } from "../export-sql";
import { sideOf } from "./measure-segment";
import { type PublishedRule, publishedRule, ruleOf } from "./published-rule";
import { prepareMovement } from "./size-change";

const BOM = "\ufeff";
const TYPES = { csv: "text/csv; charset=utf-8", parquet: "application/vnd.apache.parquet" };

/**
 * Makes the file for a member who may export. Throws UNAUTHENTICATED, NOT_FOUND and FORBIDDEN as a procedure would, and
 * INVALID for what can't be asked.
 */
export async function exportSegment(
  context: RequestContext,
  asked: Readonly<Record<string, string>>,
): Promise<Download> {
  const userId = await context.claimedUserId();
  if (userId === null) throw signedOut();
  const parsed = exportQuery.safeParse(asked);
  if (!parsed.success) throw new AppError("INVALID", "This address asks for nothing that can be exported.");
  const query = parsed.data;
  /** Anew each time: who was removed meanwhile gets nothing. */
  const inScope = <T>(work: (scope: Scope<"data.export">) => Promise<T>) =>
    inTransaction(context.db, async (tx) => {
      const session = await context.sessionNow(tx);
      if (!session) throw signedOut();
      const scope = await openScope(tx, userId, query.workspaceId, "data.export");
      demandSignIn(scope, session);
      return work(scope);
    });
  const facts = await inScope((scope) => gather(scope, query));
  const format = query.what === "counts" ? "csv" : query.format;
  const target = resolve(env().DATA_DIR, "exports", `${crypto.randomUUID()}.${format}`);
  const rows = await facts.write(target);
  await inScope((scope) =>
    recordAudit(scope, {
      action: "data.exported",
      objectType: "dataset",
      objectId: facts.rule.datasetId,
      details: { what: `${WHAT[query.what]} v${facts.rule.version}`, name: facts.rule.title, rows },
    }),
  );
  const name = `${plainName(facts.rule.title)}-v${facts.rule.version}-${query.what}.${format}`;
  return { file: target, name, type: TYPES[format], ...(format === "csv" && query.bom === "1" && { prefix: BOM }) };
}

const WHAT = { members: "members", entered: "who entered", left: "who left", counts: "the counts" };

interface Facts {
  readonly rule: PublishedRule;
  /** Writes the file and tells how many rows it has. */
  readonly write: (target: string) => Promise<number>;
}

async function gather(scope: Scope<"data.export">, query: ExportQuery): Promise<Facts> {
  const reading = scope.also("document.read");
  const { documentId, what, snapshotId = null } = query;
  const rule = await publishedRule(reading, documentId, query.version ?? null);
  if (!rule) throw new AppError("INVALID", "There is no published rule, so nobody belongs yet.");
  if (what === "counts") {
    const points = await readPoints(reading, documentId);
    const lines = points.map(({ snapshot, version, count, base, entered, left }) =>
      [snapshot.number, snapshot.asOf, version, count ?? "", base ?? "", entered ?? "", left ?? ""].join(","),
    );
    const text = ["Snapshot,Day,Version,Customers,Everyone,Entered,Left", ...lines, ""].join("\r\n");
    return { rule, write: (target) => writeText(target, text, lines.length) };
  }
  const asked = { documentId, version: rule.version };
  if (what === "members") {
    if (snapshotId) await refuseUnknownSnapshot(reading, snapshotId);
    const prepared = await prepareQuestion(
      reading,
      ruleOf(rule.content, { documentId, datasetId: rule.datasetId, snapshotId }),
    );
    const [problem] = prepared.problems;
    if (problem) throw new AppError("INVALID", problem.sentence);
    const traits = chosen(prepared.question.snapshot.catalog.traits, query.columns);
    return { rule, write: async (target) => writeMembers(target, query, traits, await sideOf(prepared), null) };
  }
  const moved = snapshotId && (await prepareMovement(scope.also("draft.read"), { ...asked, snapshotId }));
  if (!moved) throw new AppError("INVALID", "There are no data of before to compare with.");
  const [from, without] = what === "entered" ? [moved.now, moved.before] : [moved.before, moved.now];
  const traits = chosen(from.question.snapshot.catalog.traits, query.columns);
  return {
    rule,
    write: async (target) => writeMembers(target, query, traits, await sideOf(from), await sideOf(without)),
  };
}

/** Throws INVALID for a trait that the data don't have. */
function chosen(traits: readonly Trait[], ids: readonly string[]): readonly Trait[] {
  return [...new Set(ids)].map((id) => {
    const trait = traitOf(traits, id);
    if (!trait) throw new AppError("INVALID", `There is no column “${id}” in these data.`);
    return trait;
  });
}

async function writeMembers(
  target: string,
  { format }: ExportQuery,
  traits: readonly Trait[],
  of: Side,
  without: Side | null,
): Promise<number> {
  const columns = exportedColumns(traits, format);
  const notIn = without ? "ANTI JOIN b USING (_key)" : "";
  const question = await boundQuestion(
    without ? [of, without] : [of],
    `SELECT ${columns} FROM {a_data}.customers c JOIN (SELECT _id, _key FROM a ${notIn}) m ON m._key = c._key AND m._id = c._id ORDER BY c._row`,
  );
  return writeRows(question, { target, format, memoryMegabytes: env().DATA_MEMORY_MB });
}

async function writeText(target: string, text: string, rows: number): Promise<number> {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  return rows;
}

/** Letters, digits and hyphens, for the name of a file. */
function plainName(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/[\s_]+/g, "-")
    .slice(0, 60)
    .toLowerCase();
  return plain || "segment";
}

/** What may be exported beside the customer's id: all that the newest data have. Throws NOT_FOUND. */
export async function readExportColumns(
  scope: Scope<"data.export">,
  documentId: string,
): Promise<readonly ExportColumn[]> {
  const reading = scope.also("document.read");
  const rule = await publishedRule(reading, documentId);
  if (!rule) return [];
  const prepared = await prepareQuestion(
    reading,
    ruleOf(rule.content, { documentId, datasetId: rule.datasetId, snapshotId: null }),
  );
  return prepared.question.snapshot.catalog.traits.map(({ id, label, isPersonal }) => ({ id, label, isPersonal }));
}
