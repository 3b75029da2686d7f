// The rows of a rule as boxes in boxes, and what can be done with them, as edits of a draft.
import { MAX_DEPTH, MAX_ROWS, ROOTS, type RuleNode, type RuleRow } from "../../datasets/rules/rule-rules";
import type { Edit } from "../../documents/drafts/edit-rules";

const RULE_PATH = ["rule"] as const;

/** A row where it stands. */
export interface PlacedRow {
  readonly row: RuleRow;
  /** 1 for the rows of the rule itself. */
  readonly depth: number;
  /** Of a group. */
  readonly items: readonly PlacedRow[];
}

/** Where a row can stand: in a box, in front of another row of it or at the end. */
export interface RowPlace {
  readonly within: string;
  readonly before: string | null;
}

interface PlacedRule {
  readonly include: readonly PlacedRow[];
  readonly exclude: readonly PlacedRow[];
  /** Rows whose box is gone, such as when somebody removed it while another put them in. */
  readonly lost: readonly PlacedRow[];
}

export function placeRows(rows: readonly RuleRow[]): PlacedRule {
  const children = Map.groupBy(rows, (row) => row.within);
  const seen = new Set<string>();
  const placed = (among: readonly RuleRow[], depth: number): readonly PlacedRow[] =>
    among
      .filter(({ id }) => !seen.has(id))
      .map((row) => {
        seen.add(row.id);
        const items = row.node?.k === "group" ? placed(children.get(row.id) ?? [], depth + 1) : [];
        return { row, depth, items };
      });
  const [include = [], exclude = []] = ROOTS.map((root) => placed(children.get(root) ?? [], 1));
  const lost = placed(
    rows.filter((row) => !seen.has(row.id)),
    1,
  );
  return { include, exclude, lost };
}

/** The rows of a box in their order. */
function rowsWithin(rows: readonly RuleRow[], within: string): readonly RuleRow[] {
  return rows.filter((row) => row.within === within);
}

/** The row and all that stand in it, from the outside in. */
export function branchOf(rows: readonly RuleRow[], id: string): readonly RuleRow[] {
  const branch = rows.filter((row) => row.id === id);
  for (const { id: box } of branch) {
    // A list that grows while one goes through it; what is in it already is not taken twice.
    for (const row of rowsWithin(rows, box)) if (!branch.includes(row)) branch.push(row);
  }
  return branch;
}

/** How deep the rows of a box stand; 1 for the rule's own, null where the box is gone. */
function depthWithin(rows: readonly RuleRow[], within: string): number | null {
  let depth = 1;
  for (let box = within; !isRoot(box); depth += 1) {
    const row = rows.find(({ id }) => id === box);
    if (!row || depth > MAX_ROWS) return null;
    box = row.within;
  }
  return depth;
}

export function isRoot(within: string): boolean {
  return (ROOTS as readonly string[]).includes(within);
}

/** Levels of boxes in it; 0 for a condition. */
function boxesIn(rows: readonly RuleRow[], row: RuleRow): number {
  if (row.node?.k !== "group") return 0;
  return 1 + Math.max(0, ...rowsWithin(rows, row.id).map((inner) => boxesIn(rows, inner)));
}

/** Whether a box at this depth may stand there. */
export function isRoomForGroup(rows: readonly RuleRow[], within: string): boolean {
  const depth = depthWithin(rows, within);
  return depth !== null && depth < MAX_DEPTH;
}

/** Whether the row may stand in the box: not in itself, and not too deep. */
export function mayStandIn(rows: readonly RuleRow[], id: string, within: string): boolean {
  const branch = branchOf(rows, id);
  const [row] = branch;
  const depth = depthWithin(rows, within);
  if (!row || depth === null || branch.some((one) => one.id === within)) return false;
  const boxes = boxesIn(rows, row);
  return boxes === 0 ? depth <= MAX_DEPTH : depth + boxes <= MAX_DEPTH;
}

export function insertRow(id: string, node: RuleNode | null, { within, before }: RowPlace): readonly Edit[] {
  return [{ op: "insert", path: RULE_PATH, item: { id, node, within }, before }];
}

export function setNode(id: string, node: RuleNode): readonly Edit[] {
  return [{ op: "set", path: [...RULE_PATH, id, "node"], value: node }];
}

/** With all that stands in it, from the inside out. */
export function removeRow(rows: readonly RuleRow[], id: string): readonly Edit[] {
  return branchOf(rows, id)
    .toReversed()
    .map((row) => ({ op: "remove", path: RULE_PATH, id: row.id }));
}

/** A copy with all that stands in it, right behind it. No edits where the rule has no room for it. */
export function duplicateRow(
  rows: readonly RuleRow[],
  id: string,
  newId: () => string,
): { readonly id: string; readonly edits: readonly Edit[] } | null {
  const branch = branchOf(rows, id);
  if (branch.length === 0 || rows.length + branch.length > MAX_ROWS) return null;
  const ids = new Map(branch.map((row) => [row.id, newId()]));
  const edits = branch.flatMap((row, index) =>
    insertRow(ids.get(row.id) ?? newId(), row.node, {
      within: ids.get(row.within) ?? row.within,
      before: index === 0 ? neighbour(rows, row, 1) : null,
    }),
  );
  return { id: ids.get(id) ?? "", edits };
}

/** The id of the row before (−1) or behind (1) it in its box. */
function neighbour(rows: readonly RuleRow[], row: RuleRow, by: number): string | null {
  const among = rowsWithin(rows, row.within);
  return among[among.indexOf(row) + by]?.id ?? null;
}

/** No edits where the row may not stand there or stands there already. */
export function moveRow(rows: readonly RuleRow[], id: string, place: RowPlace): readonly Edit[] {
  const row = rows.find((one) => one.id === id);
  if (!row || !mayStandIn(rows, id, place.within) || place.before === id) return [];
  if (row.within === place.within && neighbour(rows, row, 1) === place.before) return [];
  const path = [...RULE_PATH, id, "within"];
  return [
    ...(row.within === place.within ? [] : [{ op: "set", path, value: place.within } as const]),
    { op: "move", path: RULE_PATH, id, before: place.before },
  ];
}

/** The ways that a row can be moved without pointing. */
export const WAYS = {
  up: "Move up",
  down: "Move down",
  into: "Move into the group beside it",
  out: "Move out of the group",
  across: "Move to the other side",
} as const;
export type Way = keyof typeof WAYS;

/** Where a way leads from where the row stands; null where it leads nowhere. */
export function placeOnWay(rows: readonly RuleRow[], id: string, way: Way): RowPlace | null {
  const row = rows.find((one) => one.id === id);
  if (!row) return null;
  const place = wayFrom(rows, row, way);
  return place && mayStandIn(rows, id, place.within) ? place : null;
}

function wayFrom(rows: readonly RuleRow[], row: RuleRow, way: Way): RowPlace | null {
  const { within } = row;
  const among = rowsWithin(rows, within);
  const at = among.indexOf(row);
  switch (way) {
    case "up":
      return at > 0 ? { within, before: among[at - 1]?.id ?? null } : null;
    case "down":
      return at < among.length - 1 ? { within, before: among[at + 2]?.id ?? null } : null;
    case "into": {
      const above = among[at - 1];
      const below = among[at + 1];
      if (above?.node?.k === "group") return { within: above.id, before: null };
      if (below?.node?.k === "group") return { within: below.id, before: rowsWithin(rows, below.id)[0]?.id ?? null };
      return null;
    }
    case "out": {
      const box = rows.find(({ id }) => id === within);
      return box ? { within: box.within, before: neighbour(rows, box, 1) } : null;
    }
    case "across":
      return { within: rootOf(rows, within) === "exclude" ? "include" : "exclude", before: null };
  }
}

/** The side that a box belongs to; null for one that is gone. */
export function rootOf(rows: readonly RuleRow[], within: string): string | null {
  let box = within;
  for (let step = 0; step <= MAX_ROWS; step += 1) {
    if (isRoot(box)) return box;
    const row = rows.find(({ id }) => id === box);
    if (!row) return null;
    box = row.within;
  }
  return null;
}
