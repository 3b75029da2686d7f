// How a group is made up, against everybody in the sample, in the form that stand-outs are found in.
import type { Composition, TraitComposition, TraitPart } from "../../questions/answer-contract";
import { addDays } from "../../rules/window-rules";
import type { FeatureColumn } from "./feature-column";
import { plainEdges, rangeOf } from "./plain-edges";

const FIFTHS = 4;

export function groupComposition(
  columns: readonly FeatureColumn[],
  labels: Uint8Array,
  group: number,
  asOf: string,
): Composition {
  const isMember = (row: number) => labels[row] === group;
  return {
    members: labels.reduce((sum, label) => sum + (label === group ? 1 : 0), 0),
    everyone: labels.length,
    traits: columns.map((column) => traitComposition(column, isMember, asOf)),
    revenue: null,
  };
}

function traitComposition(column: FeatureColumn, isMember: (row: number) => boolean, asOf: string): TraitComposition {
  const { trait, kind } = column;
  const edges = "values" in column ? plainEdges(column.values, FIFTHS, kind === "days") : [];
  const size = "values" in column ? edges.length + 1 : column.words.length;
  const parts = Array.from({ length: size }, () => ({ members: 0, everyone: 0 }));
  const isWhole = "values" in column && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  const known = { members: 0, everyone: 0 };
  const count = (row: number, part: { members: number; everyone: number } | undefined) => {
    for (const one of part ? [known, part] : [known]) {
      one.everyone += 1;
      if (isMember(row)) one.members += 1;
    }
  };
  if ("values" in column) {
    for (const [row, value] of column.values.entries()) {
      if (!Number.isNaN(value)) count(row, parts[rangeOf(value, edges)]);
    }
  } else {
    for (const [row, code] of column.codes.entries()) {
      if (code >= 0) count(row, parts[code]);
    }
  }
  return {
    ...{ trait: trait.id, label: trait.label, type: trait.type, unit: "plain" as const, isWhole },
    ...known,
    parts: parts.map((part, at) => ({ ...part, range: rangeAt(column, edges, at, asOf) })),
  };
}

function rangeAt(column: FeatureColumn, edges: readonly number[], at: number, asOf: string): TraitPart["range"] {
  if ("words" in column) return { is: column.words[at] ?? "" };
  const [from = null, before = null] = [edges[at - 1], edges[at]];
  // Fewer days ago is a later day; a trait that counts days is no day.
  if (column.kind === "days") {
    const dayOf = (days: number | null) => (days === null ? null : addDays(asOf, 1 - days));
    return { from: dayOf(before), before: dayOf(from) };
  }
  return { from, before };
}
