// What differs between two bodies, as it crosses the wire and is shown, and what counts as a difference at all. Finding
// it is the matter of body-comparison-rules.ts, which weighs more.
import type { Body, BodyMark, BodyNode } from "../bodies/body-rules";

type Attributes = Readonly<Record<string, unknown>>;

/** A stretch of a block's text, a chip or a line break ("\n"). */
export interface Piece {
  /** "marked" where the words are the same and what is said about them differs: their marks, a chip's version. */
  readonly sign: "same" | "added" | "removed" | "marked";
  /** As the newer side has it; a chip's is its title. */
  readonly text: string;
  readonly marks?: readonly BodyMark[];
  readonly chip?: Attributes;
  /** On the older side, where it is marked. */
  readonly was?: { readonly marks?: readonly BodyMark[]; readonly chip?: Attributes };
}

export interface BlockChange {
  /** "changed" also where only something inside differs; a block that was changed and moved is "changed". */
  readonly change: "same" | "added" | "removed" | "changed" | "moved";
  /** Its node's name and attributes: those of the newer side, of the older one where it is removed. */
  readonly type: string;
  readonly attrs?: Attributes;
  /** Of the older side, where they are others. */
  readonly was?: { readonly type: string; readonly attrs: Attributes };
  /** Where it stood among its older siblings, from 0, if others keep their order without it. */
  readonly from?: number;
  /** Which way it was moved. */
  readonly way?: "up" | "down";
  /** Of blocks that hold text. */
  readonly pieces?: readonly Piece[];
  /** Of blocks that hold blocks. */
  readonly blocks?: readonly BlockPart[];
}

/** So many unchanged blocks, one after the other, that are not told. */
export interface Fold {
  readonly change: "fold";
  readonly count: number;
}

export type BlockPart = BlockChange | Fold;

/** A body's blocks in the order of reading; what was removed stands where it stood. */
export interface BodyDiff {
  readonly blocks: readonly BlockPart[];
  /** There was too much to compare: some of it is shown old and new as a whole, though it may be alike. */
  readonly isRough: boolean;
}

export function isFold(part: BlockPart): part is Fold {
  return part.change === "fold";
}

/** What attributes are when nobody has chosen them. */
const USUAL: Attributes = { colspan: 1, rowspan: 1, start: 1, checked: false, tone: "note", emotion: 0 };

/** The attributes that say something, in the order of their names. */
export function saidAttributes({ type, attrs = {} }: BodyMark): Attributes {
  const said = Object.entries(attrs).filter(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      value !== "" &&
      value !== USUAL[name] &&
      // A need's id is for us, not for readers.
      !(type === "need" && name === "id"),
  );
  return Object.fromEntries(said.sort(([one], [two]) => (one < two ? -1 : 1)));
}

/** Whether two bodies say the same, whatever the order of properties and whichever usual attributes are spelled out. */
export function isSameBody(one: Body, two: Body): boolean {
  if (one === two) return true;
  const [first, second] = [one?.content ?? [], two?.content ?? []];
  return first.length === second.length && first.every((node, index) => isSameNode(node, second[index]));
}

function isSameNode(one: BodyNode, two: BodyNode | undefined): boolean {
  if (one === two) return true;
  if (!two || one.type !== two.type || one.text !== two.text) return false;
  if (!isSameMarks(one.marks, two.marks) || !isSameAttributes(saidAttributes(one), saidAttributes(two))) return false;
  const [first, second] = [one.content ?? [], two.content ?? []];
  return first.length === second.length && first.every((node, index) => isSameNode(node, second[index]));
}

export function isSameAttributes(one: Attributes, two: Attributes): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}

/** A name for marks that is the same for the same marks. */
export function marksKey(marks: readonly BodyMark[] = []): string {
  if (marks.length === 0) return "";
  return marks
    .map((mark) => `${mark.type}${JSON.stringify(saidAttributes(mark))}`)
    .sort()
    .join();
}

function isSameMarks(one: readonly BodyMark[] = [], two: readonly BodyMark[] = []): boolean {
  return (one.length === 0 && two.length === 0) || marksKey(one) === marksKey(two);
}
