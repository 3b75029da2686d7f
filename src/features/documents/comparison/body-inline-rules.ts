// What differs inside of a block of text: words, marks over words, and chips among them.
import type { BodyMark, BodyNode } from "../bodies/body-rules";
import { isSameAttributes, marksKey, type Piece, saidAttributes } from "./body-change-rules";

/** A stretch of one look. */
interface Run {
  readonly text: string;
  readonly marks: readonly BodyMark[];
  readonly chip?: Readonly<Record<string, unknown>>;
  readonly isBreak?: boolean;
}

/** Tells where two texts differ; see `newWordFinder`. */
export type WordFinder = (before: string, after: string) => readonly number[];

/** A block's text as it is, of one side only. */
export function wholePieces(node: BodyNode): readonly Piece[] {
  return runsOf(node).map((run) => pieceOf("same", run));
}

/** The pieces of both sides; what is the same on both once. */
export function comparePieces(before: BodyNode, after: BodyNode, find: WordFinder): readonly Piece[] {
  const [old, now] = [runsOf(before), runsOf(after)];
  const signOf = newChipSigns([...old, ...now]);
  const [oldText, nowText] = [flat(old, signOf), flat(now, signOf)];
  const [oldCut, nowCut] = [new RunCutter(old), new RunCutter(now)];
  const pieces: Piece[] = [];
  const push = (piece: Piece) => {
    const last = pieces.at(-1);
    if (last && isAlike(last, piece)) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  };
  const hunks = oldText === nowText ? [] : find(oldText, nowText);
  const same = (length: number) => {
    for (const [one, two] of inStep(oldCut.take(length), nowCut.take(length)))
      for (const piece of both(one, two)) push(piece);
  };
  for (let at = 0; at < hunks.length; at += 3) {
    const [equal = 0, removed = 0, added = 0] = hunks.slice(at, at + 3);
    same(equal);
    for (const run of oldCut.take(removed)) push(pieceOf("removed", run));
    for (const run of nowCut.take(added)) push(pieceOf("added", run));
  }
  same(nowText.length);
  return pieces;
}

/** The newer block's content with the older one's marks of a type, wherever the words under them are the same. */
export function carryMarks(before: BodyNode, after: BodyNode, type: string, find: WordFinder): readonly BodyNode[] {
  const [old, now] = [runsOf(before), runsOf(after)];
  const signOf = newChipSigns([...old, ...now]);
  const [oldText, nowText] = [flat(old, signOf), flat(now, signOf)];
  const [oldCut, nowCut] = [new RunCutter(old), new RunCutter(now)];
  const carried: Run[] = [];
  const same = (length: number) => {
    for (const [one, two] of inStep(oldCut.take(length), nowCut.take(length))) {
      carried.push({ ...two, marks: [...two.marks, ...one.marks.filter((mark) => mark.type === type)] });
    }
  };
  const hunks = oldText === nowText ? [] : find(oldText, nowText);
  for (let at = 0; at < hunks.length; at += 3) {
    const [equal = 0, removed = 0, added = 0] = hunks.slice(at, at + 3);
    same(equal);
    oldCut.take(removed);
    carried.push(...nowCut.take(added));
  }
  same(nowText.length);
  return carried.map(nodeOf);
}

function nodeOf({ text, marks, chip, isBreak }: Run): BodyNode {
  if (isBreak) return { type: "hardBreak" };
  const look = marks.length > 0 && { marks };
  return chip ? { type: "documentChip", attrs: chip, ...look } : { type: "text", text, ...look };
}

function runsOf({ content = [] }: BodyNode): readonly Run[] {
  return content.map(({ type, text, marks = [], attrs = {} }) => {
    if (type === "hardBreak") return { text: "\n", marks: [], isBreak: true };
    if (text !== undefined) return { text, marks };
    return { text: String(attrs.title ?? ""), marks, chip: attrs };
  });
}

/**
 * A sign for each document that chips stand for, which no text has: a chip is then found again as a word is, also
 * where it points to another version.
 */
function newChipSigns(runs: readonly Run[]): (run: Run) => string {
  const taken = new Set(runs.filter(({ chip }) => !chip).flatMap(({ text }) => text.match(/[\ue000-\uf8ff]/gu) ?? []));
  const signs = new Map<string, string>();
  let next = 0xe000;
  return ({ chip }) => {
    const id = String(chip?.document);
    const known = signs.get(id);
    if (known) return known;
    while (next < 0xf8ff && taken.has(String.fromCharCode(next))) next += 1;
    const sign = String.fromCharCode(next);
    if (next < 0xf8ff) next += 1;
    signs.set(id, sign);
    return sign;
  };
}

function flat(runs: readonly Run[], signOf: (run: Run) => string): string {
  return runs.map((run) => (run.chip ? signOf(run) : run.text)).join("");
}

/** Takes runs off from the beginning, so many characters at a time; a chip counts as one. */
class RunCutter {
  private at = 0;
  private within = 0;

  constructor(private readonly runs: readonly Run[]) {}

  take(length: number): readonly Run[] {
    const taken: Run[] = [];
    let left = length;
    for (let run = this.runs[this.at]; run && left > 0; run = this.runs[this.at]) {
      const rest = lengthOf(run) - this.within;
      const step = Math.min(rest, left);
      taken.push(run.chip ? run : { ...run, text: run.text.slice(this.within, this.within + step) });
      left -= step;
      if (step === rest) [this.at, this.within] = [this.at + 1, 0];
      else this.within += step;
    }
    return taken;
  }
}

function lengthOf({ text, chip }: Run): number {
  return chip ? 1 : text.length;
}

/** Two lists of runs of the same length, cut where either of them is. */
function inStep(old: readonly Run[], now: readonly Run[]): readonly (readonly [Run, Run])[] {
  const [oldCut, nowCut] = [new RunCutter(old), new RunCutter(now)];
  const ends = [...new Set([...endsOf(old), ...endsOf(now)])].sort((one, two) => one - two);
  let at = 0;
  return ends.flatMap((end): (readonly [Run, Run])[] => {
    const [[one], [two]] = [oldCut.take(end - at), nowCut.take(end - at)];
    at = end;
    return one && two ? [[one, two]] : [];
  });
}

function endsOf(runs: readonly Run[]): readonly number[] {
  let end = 0;
  return runs.map((run) => {
    end += lengthOf(run);
    return end;
  });
}

/** What stands in the same place on both sides. */
function both(old: Run, now: Run): readonly Piece[] {
  // Signs of chips ran out, or a text holds the last of them.
  const isOne = old.chip || now.chip ? old.chip?.document === now.chip?.document && !!old.chip === !!now.chip : true;
  if (!isOne || (!now.chip && old.text !== now.text)) return [pieceOf("removed", old), pieceOf("added", now)];
  const isSame =
    marksKey(old.marks) === marksKey(now.marks) && isSameAttributes(chipSays(old.chip), chipSays(now.chip));
  if (isSame) return [pieceOf("same", now)];
  const { marks, chip } = pieceOf("same", old);
  return [{ ...pieceOf("marked", now), was: { ...(marks && { marks }), ...(chip && { chip }) } }];
}

function chipSays(chip: Run["chip"]) {
  return chip ? saidAttributes({ type: "documentChip", attrs: chip }) : {};
}

function pieceOf(sign: Piece["sign"], { text, marks, chip }: Run): Piece {
  return { sign, text, ...(marks.length > 0 && { marks }), ...(chip && { chip }) };
}

/** Whether two pieces can be one: of one sign and one look, and no chips. */
function isAlike(one: Piece, two: Piece): boolean {
  return (
    one.sign === two.sign &&
    !one.chip &&
    !two.chip &&
    !one.was?.chip &&
    marksKey(one.marks) === marksKey(two.marks) &&
    marksKey(one.was?.marks) === marksKey(two.was?.marks)
  );
}
