import { AppError } from "@/shared/errors";
import type { Params } from "../../questions/compile-condition";
import { type Asker, askTogether } from "../../questions/rule-question";
import { assembleRule } from "../../rules/assemble-rule-rules";
import type { FoundGroup, GroupsEvent, GroupsInput } from "../discovery-contract";
import { branchRows } from "../grouping/branch-rows-rules";
import { bestOf, type Grouping } from "../grouping/compare";
import type { FeatureColumn } from "../grouping/feature-column";
import { kindOf } from "../grouping/feature-rules";
import type { Compared, ExplainedGroup } from "../grouping/group-task";
import { groupedCustomers } from "../grouping/nearest-sql";
import { inTurn, runGroupTask } from "../grouping/run-group-task";
import { askerOf, filesOf, type Ground } from "./look-at-data";
import { readColumns } from "./read-columns";

const FEWEST_CUSTOMERS = 200;
const KEPT = 6;

interface Kept extends Compared {
  readonly columns: readonly FeatureColumn[];
  readonly rows: number;
}

/** What was compared last, so that another number of groups is explained at once. The data never change. */
const kept = new Map<string, Kept>();

/**
 * Looks for groups in a thread, telling how far it is; ends with what was found. The same data and features give the same
 * groups. Throws INVALID for features that can't be used, and for too few customers; the signal's reason when it aborts.
 */
export async function findGroups(
  ground: Ground,
  { features, many }: Pick<GroupsInput, "features" | "many">,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (event: GroupsEvent) => void },
): Promise<void> {
  refuseUnusable(ground, features);
  const asker = await askerOf(ground, signal);
  const turn = { signal, onAhead: (ahead: number) => tell({ type: "waiting", ahead }) };
  await inTurn(ground.workspaceId, turn, async () => {
    const compared = await compare(ground, asker, features, { signal, tell });
    const { columns, rows, groupings } = compared;
    const best = bestOf(groupings);
    const grouping = groupings.find((one) => one.many === (many ?? best));
    let groups: readonly FoundGroup[] = [];
    if (grouping) {
      const onProgress = (done: number, of: number) =>
        tell({ type: "working", step: "explaining", share: done / (of + 1) });
      onProgress(0, grouping.many);
      const { labels } = grouping;
      const explained = await runGroupTask(
        { kind: "explain", columns, rows, labels, many: grouping.many, asOf: ground.data.asOf },
        { signal, onProgress },
      );
      groups = await measureGroups(ground, asker, compared, grouping, explained);
    }
    const candidates = groupings.map(({ labels: _, centres: __, ...candidate }) => candidate);
    tell({ type: "found", found: { data: ground.data, looked: rows, candidates, best, groups } });
  });
}

function refuseUnusable({ traits, data }: Ground, features: readonly string[]): void {
  const known = new Set(traits.filter((trait) => kindOf(trait) !== null).map(({ id }) => id));
  if (!features.every((id) => known.has(id)) || new Set(features).size < features.length) {
    throw new AppError("INVALID", "One of these columns isn’t in the data, or can’t be compared. Choose others.", {
      path: "features",
    });
  }
  if (data.customers < FEWEST_CUSTOMERS) {
    throw new AppError(
      "INVALID",
      `Groups can be looked for among ${FEWEST_CUSTOMERS} customers or more; these data have ${data.customers}.`,
    );
  }
}

async function compare(
  ground: Ground,
  asker: Asker,
  features: readonly string[],
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (event: GroupsEvent) => void },
): Promise<Kept> {
  const key = [ground.data.snapshotId, ground.snapshot.revision, ...features].join(" ");
  const known = kept.get(key);
  if (known) return known;
  tell({ type: "working", step: "reading", share: 0 });
  const { columns, rows } = await readColumns(ground, asker, features, (share) =>
    tell({ type: "working", step: "reading", share }),
  );
  const compared = await runGroupTask(
    { kind: "compare", columns, rows },
    { signal, onProgress: (done, of) => tell({ type: "working", step: "comparing", share: done / of }) },
  );
  const one = { ...compared, columns, rows };
  kept.set(key, one);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
  return one;
}

/** Sorts everybody into the groups, and asks the rules of everybody. */
async function measureGroups(
  ground: Ground,
  asker: Asker,
  { columns, encoding }: Kept,
  { centres, many }: Grouping,
  explained: readonly ExplainedGroup[],
): Promise<readonly FoundGroup[]> {
  const { asOf, customers, catalog } = ground.snapshot;
  const written = explained.map(({ branches }) =>
    branches.length === 0 ? null : branchRows(branches, columns, ground.data.asOf),
  );
  const asked = written.flatMap((one, group) =>
    one ? [{ group, rule: assembleRule({ ...one, pins: [] }).rule }] : [],
  );
  const question = {
    rule: { match: "all", include: [], exclude: [], pins: [] },
    segments: new Map(),
    snapshot: { ...filesOf(ground), asOf, customers, catalog },
  } as const;
  const rows = await askTogether(
    asker,
    question,
    asked.map(({ rule }) => rule),
    (conditions, params: Params) => {
      const fits = conditions.map((condition, at) => `count(*) FILTER (WHERE ${condition}) AS r${at}`);
      const wordsOf = (at: number) => {
        const column = columns[at];
        return column && "words" in column ? column.words : [];
      };
      const from = groupedCustomers({ columns, wordsOf, encoding, centres, asOf }, params);
      return `SELECT ${["_group", "count(*) AS n", ...fits].join(", ")} FROM ${from} GROUP BY 1 ORDER BY 1`;
    },
  );
  const count = (group: number, name: string) => Number(rows.find((row) => Number(row._group) === group)?.[name] ?? 0);
  return Array.from({ length: many }, (_, group): FoundGroup => {
    const { isTooFew = true, standOuts = [] } = explained[group] ?? {};
    const at = asked.findIndex((one) => one.group === group);
    const rule = written[group];
    const size = count(group, "n");
    const fitting = rows.reduce((sum, row) => sum + Number(row[`r${at}`] ?? 0), 0);
    const hits = count(group, `r${at}`);
    return {
      ...{ customers: size, isTooFew },
      standOuts: standOuts.map(({ trait, part, share, base, lift }) => ({
        ...{ trait: trait.trait, label: trait.label, type: trait.type, isWhole: trait.isWhole },
        unit: ground.traits.find(({ id }) => id === trait.trait)?.unit ?? "plain",
        ...{ range: part.range, share, base, lift },
      })),
      rule:
        rule && at >= 0
          ? { ...rule, customers: fitting, precision: ratio(hits, fitting), recall: ratio(hits, size) }
          : null,
    };
  });
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
