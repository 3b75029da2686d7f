// From a group to a rule: a shallow tree that tells its people from all others, of which the good leaves are taken.
import { DecisionTreeRegression, type TreeNode } from "ml-cart";
import { quantileSorted } from "simple-statistics";
import type { Branch } from "./branch-rows-rules";
import type { FeatureColumn } from "./feature-column";
import { plainEdges, rangeOf } from "./plain-edges";

const DEPTH = 3;
const MOST_EDGES = 24;
const MOST_BRANCHES = 3;
/** The tree is grown on so many rows: its questions are few, and its time grows with rows and edges. */
const MOST_ROWS = 3_000;

/** Something that the tree may ask: reached an edge, or is a word. */
type Question =
  | { readonly column: number; readonly edges: readonly number[] }
  | { readonly column: number; readonly word: string | null };

export class BranchFinder {
  private readonly questions: readonly Question[];
  /** By question, then row. */
  private readonly answers: readonly Uint8Array[];

  constructor(
    columns: readonly FeatureColumn[],
    private readonly rows: number,
  ) {
    const asked = columns.flatMap((column, at) => questionsOf(column, at));
    this.questions = asked.map(({ question }) => question);
    this.answers = asked.map(({ answers }) => answers);
  }

  /** The branches that tell the group's people from all others, best first; empty where none does. */
  find(labels: Uint8Array, group: number): readonly Branch[] {
    if (this.questions.length === 0) return [];
    const leaves: { steps: readonly Step[]; inside: number; hits: number }[] = [];
    const walk = (node: TreeNode, steps: readonly Step[]) => {
      const { left, right, splitColumn: question, splitValue } = node;
      if (!left || !right || question === undefined || splitValue === undefined) {
        leaves.push({ steps, ...this.count(steps, labels, group) });
        return;
      }
      const reached = Math.ceil(splitValue);
      walk(left, [...steps, { question, reached, isReached: false }]);
      walk(right, [...steps, { question, reached, isReached: true }]);
    };
    walk(this.grow(labels, group), []);
    const size = labels.reduce((sum, label) => sum + (label === group ? 1 : 0), 0);
    const chosen = mergeTwins(chooseLeaves(leaves, size).map(({ steps }) => steps));
    return chosen.map((steps) => this.branchOf(steps)).filter((branch) => branch.length > 0);
  }

  private grow(labels: Uint8Array, group: number): TreeNode {
    const every = Math.ceil(this.rows / MOST_ROWS);
    const sample = Array.from({ length: Math.ceil(this.rows / every) }, (_, at) => at * every);
    // Members last: among equal answers the tree then tries one border and not one at every change between them.
    const isMember = (row: number) => (labels[row] === group ? 1 : 0);
    const sorted = sample.toSorted((a, b) => isMember(a) - isMember(b));
    const perfect = this.perfectSplit(sorted, (row) => isMember(row) === 1);
    if (perfect) return perfect;
    // A split that leaves no error at all is not above a threshold of 0, and would be left out.
    const tree = new DecisionTreeRegression({ maxDepth: DEPTH, minNumSamples: 20, gainThreshold: -1 });
    tree.train(
      sorted.map((row) => this.answers.map((answers) => answers[row] ?? 0)),
      sorted.map(isMember),
    );
    return tree.toJSON().root;
  }

  /** One answer that tells all members from all others, which the tree itself takes for no gain. */
  private perfectSplit(rows: readonly number[], isMember: (row: number) => boolean): TreeNode | null {
    for (const [splitColumn, answers] of this.answers.entries()) {
      const bounds = [true, false].map((side) => {
        const own = rows.filter((row) => isMember(row) === side).map((row) => answers[row] ?? 0);
        return { least: Math.min(...own), most: Math.max(...own) };
      });
      const [inside, outside] = bounds;
      if (!inside || !outside || outside.least === Number.POSITIVE_INFINITY) return null;
      if (inside.most < outside.least) return { left: {}, right: {}, splitColumn, splitValue: outside.least };
      if (outside.most < inside.least) return { left: {}, right: {}, splitColumn, splitValue: inside.least };
    }
    return null;
  }

  private count(steps: readonly Step[], labels: Uint8Array, group: number): { inside: number; hits: number } {
    let [inside, hits] = [0, 0];
    for (let row = 0; row < this.rows; row += 1) {
      const isIn = steps.every(
        ({ question, reached, isReached }) => (this.answers[question]?.[row] ?? 0) >= reached === isReached,
      );
      if (!isIn) continue;
      inside += 1;
      if (labels[row] === group) hits += 1;
    }
    return { inside, hits };
  }

  /** One condition for each column, however often the tree asked about it. */
  private branchOf(steps: readonly Step[]): Branch {
    const byColumn = Map.groupBy(
      steps.flatMap((step) => {
        const question = this.questions[step.question];
        return question ? [{ ...step, asked: question }] : [];
      }),
      ({ asked }) => asked.column,
    );
    return [...byColumn].map(([column, asked]) => {
      const words = asked.flatMap(({ asked: one, isReached }) =>
        "word" in one ? [{ word: one.word, isReached }] : [],
      );
      const found = words.find(({ isReached }) => isReached);
      if (found) return { column, is: found.word };
      if (words.length > 0) return { column, isNone: [...new Set(words.map(({ word }) => word))] };
      const borders = asked.map(({ asked: one, reached, isReached }) => ({
        edge: "edges" in one ? (one.edges[reached - 1] ?? 0) : 0,
        isReached,
      }));
      const froms = borders.filter(({ isReached }) => isReached).map(({ edge }) => edge);
      const befores = borders.filter(({ isReached }) => !isReached).map(({ edge }) => edge);
      return {
        column,
        from: froms.length === 0 ? null : Math.max(...froms),
        before: befores.length === 0 ? null : Math.min(...befores),
      };
    });
  }
}

interface Step {
  readonly question: number;
  /** The answer that parts the rows: it is at least that, or it isn't. */
  readonly reached: number;
  readonly isReached: boolean;
}

/** Two leaves that only their last step tells apart are what stands above them. */
function mergeTwins(paths: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  for (const [at, path] of paths.entries()) {
    const last = path.at(-1);
    const above = path.slice(0, -1);
    const twin = paths.findIndex(
      (other) =>
        last !== undefined &&
        JSON.stringify(other) === JSON.stringify([...above, { ...last, isReached: !last.isReached }]),
    );
    if (twin > at && above.length > 0) {
      return mergeTwins(paths.flatMap((other, place) => (place === at ? [above] : place === twin ? [] : [other])));
    }
  }
  return paths;
}

function questionsOf(column: FeatureColumn, at: number): { question: Question; answers: Uint8Array }[] {
  if ("values" in column) {
    const edges = plainEdges(column.values, MOST_EDGES, column.kind === "days");
    if (edges.length === 0) return [];
    const known = Array.from(column.values.filter((value) => !Number.isNaN(value)).toSorted());
    const middle = quantileSorted(known, 0.5);
    const answers = Uint8Array.from(column.values, (value) => rangeOf(Number.isNaN(value) ? middle : value, edges));
    return [{ question: { column: at, edges }, answers }];
  }
  const { codes, words, kind } = column;
  const asked: readonly (readonly [number, string | null])[] = [
    ...words.slice(0, kind === "flag" ? 1 : words.length).map((word, code) => [code, word] as const),
    ...(codes.includes(-1) && kind === "words" ? [[-1, null] as const] : []),
  ];
  return asked.map(([code, word]) => ({
    question: { column: at, word },
    answers: Uint8Array.from(codes, (one) => (one === code ? 1 : 0)),
  }));
}

/** Takes leaves, purest first, as long as the harmonic mean of precision and recall grows. */
function chooseLeaves<L extends { readonly inside: number; readonly hits: number }>(
  leaves: readonly L[],
  size: number,
): readonly L[] {
  const sorted = leaves.filter(({ hits }) => hits > 0).toSorted((a, b) => b.hits / b.inside - a.hits / a.inside);
  let [best, inside, hits] = [0, 0, 0];
  const chosen: L[] = [];
  for (const leaf of sorted.slice(0, MOST_BRANCHES)) {
    const score = (2 * (hits + leaf.hits)) / (inside + leaf.inside + size);
    if (score <= best) break;
    [best, inside, hits] = [score, inside + leaf.inside, hits + leaf.hits];
    chosen.push(leaf);
  }
  return chosen;
}
