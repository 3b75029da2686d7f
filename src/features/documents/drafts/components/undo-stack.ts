// A person's own edits, to be taken back and made again. What somebody else changed since is left as it is.

import { isRecord, itemsAt, valueAt } from "../../field-rules";
import { applyEdit, type Edit, inverseOf, isSameJson } from "../edit-rules";

/** Typing in one place is one step until it rests this long, or goes on for so long, in milliseconds. */
const REST = 1_000;
const LONGEST = 8_000;
/** Edits made by one act come in the same moment. */
const SAME_MOMENT = 30;
const MOST_STEPS = 200;

interface Piece {
  readonly edit: Edit;
  readonly inverse: Edit;
  /** What the edit left at its target, to see whether it is still so. */
  readonly left: unknown;
}

interface Step {
  readonly pieces: readonly Piece[];
  readonly target: string;
  readonly began: number;
  readonly last: number;
}

/** `isWhole` is false when something of the step was changed by somebody since, and stays. */
export interface Undone {
  readonly edits: readonly Edit[];
  readonly isWhole: boolean;
}

export class UndoStack {
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Notes an edit that is about to be made on the content. */
  note(content: unknown, edit: Edit, now = Date.now()): void {
    const piece = pieceOf(content, edit);
    if (!piece) return;
    this.undone = [];
    const target = targetOf(edit);
    const last = this.done.at(-1);
    const isSameMoment = last && now - last.last < SAME_MOMENT;
    const isSameTyping = last?.target === target && now - last.last < REST && now - last.began < LONGEST;
    if (last && (isSameMoment || isSameTyping)) {
      const step = { ...last, pieces: joined(last.pieces, piece), last: now };
      this.done = [...this.done.slice(0, -1), step];
    } else this.done = [...this.done, { pieces: [piece], target, began: now, last: now }].slice(-MOST_STEPS);
  }

  /** The edits that take back the last step, given the content of now; null when there is none. */
  undo(content: unknown): Undone | null {
    const step = this.done.at(-1);
    if (!step) return null;
    this.done = this.done.slice(0, -1);
    const { back, ...undone } = takeBack(content, step);
    if (back) this.undone = [...this.undone, back];
    return undone;
  }

  /** The edits that make the last undone step again. */
  redo(content: unknown): Undone | null {
    const step = this.undone.at(-1);
    if (!step) return null;
    this.undone = this.undone.slice(0, -1);
    const { back, ...redone } = takeBack(content, step);
    if (back) this.done = [...this.done, back];
    return redone;
  }
}

/** Takes a step back, the last piece first; `back` is the step that leads here again. */
function takeBack(content: unknown, step: Step): Undone & { readonly back: Step | null } {
  let now = content;
  const pieces: Piece[] = [];
  let isWhole = true;
  for (const { edit, inverse, left } of step.pieces.toReversed()) {
    const piece = isAsLeft(now, edit, left) ? pieceOf(now, inverse) : null;
    if (!piece) {
      isWhole = false;
      continue;
    }
    now = applyEdit(now, inverse);
    pieces.push(piece);
  }
  // Not joined by later typing.
  const back = pieces.length > 0 ? { ...step, pieces, began: 0, last: 0 } : null;
  return { edits: pieces.map(({ edit }) => edit), isWhole, back };
}

/** Null when the edit can't be made or changes nothing. */
function pieceOf(content: unknown, edit: Edit): Piece | null {
  const inverse = inverseOf(content, edit);
  if (!inverse) return null;
  try {
    return { edit, inverse, left: leftBy(applyEdit(content, edit), edit) };
  } catch {
    return null;
  }
}

/** What stands at the edit's target: a value, an item, or the neighbours of one that was moved. */
function leftBy(content: unknown, edit: Edit): unknown {
  if (edit.op === "set") return valueAt(content, edit.path);
  const id = edit.op === "insert" ? edit.item.id : edit.id;
  if (edit.op !== "move") return valueAt(content, [...edit.path, id]);
  const list = itemsAt(content, edit.path);
  const index = list.findIndex((item) => item.id === id);
  return index < 0 ? undefined : [list[index - 1]?.id ?? null, list[index + 1]?.id ?? null];
}

function isAsLeft(content: unknown, edit: Edit, left: unknown): boolean {
  const now = leftBy(content, edit);
  if (edit.op !== "move") return isSameText(now, left);
  // Somebody may have put another item beside it; it was moved only when both neighbours are others.
  return Array.isArray(now) && Array.isArray(left) && (now[0] === left[0] || now[1] === left[1]);
}

/** Equal but for what the server trims and folds in texts, and completes in items. */
export function isSameText(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string") return folded(one) === folded(other);
  if (!isRecord(one) || !isRecord(other)) return isSameJson(one, other);
  return Object.keys(one)
    .filter((name) => Object.hasOwn(other, name))
    .every((name) => isSameText(one[name], other[name]));
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Later edits of the same field replace what an earlier one left; its way back stays the first one's. */
function joined(pieces: readonly Piece[], next: Piece): readonly Piece[] {
  const last = pieces.at(-1);
  const isSameField =
    last?.edit.op === "set" && next.edit.op === "set" && last.edit.path.join("\n") === next.edit.path.join("\n");
  return last && isSameField
    ? [...pieces.slice(0, -1), { edit: next.edit, inverse: last.inverse, left: next.left }]
    : [...pieces, next];
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The field that an edit is about, or the item: writing a new claim is one step. */
function targetOf(edit: Edit): string {
  const path = edit.op === "set" ? edit.path : [...edit.path, edit.op === "insert" ? edit.item.id : edit.id];
  const item = path.findLastIndex((step) => ID.test(step));
  return path.slice(0, item < 0 ? path.length : item + 1).join(".");
}
