// How much a live body holds, kept without counting it: known at each store, and grown by each update in between.
import type * as Y from "yjs";
import { isAdding } from "./body-gate-rules";
import { MAX_BODY_BYTES } from "./body-rules";

/** Bytes of everything that was ever written in it, as far as it is kept: twenty times that is needed in memory. */
const MAX_STATE_BYTES = 6_000_000;
/** From here on the log says so. */
const LARGE_STATE_BYTES = 1_000_000;

interface Weight {
  readonly state: number;
  readonly json: number;
}

const weights = new WeakMap<Y.Doc, Weight>();
const NOTHING: Weight = { state: 0, json: 0 };

/** Says what is known for certain. */
export function weigh(doc: Y.Doc, known: Partial<Weight>): void {
  weights.set(doc, { ...NOTHING, ...weights.get(doc), ...known });
}

function weightOf(doc: Y.Doc): Weight {
  return weights.get(doc) ?? NOTHING;
}

/** Adds an update that was let in; true where it makes the document a large one. */
export function addWeight(doc: Y.Doc, update: Uint8Array): boolean {
  const { state, json } = weightOf(doc);
  const next = { state: state + update.byteLength, json: json + update.byteLength };
  weights.set(doc, next);
  return state < LARGE_STATE_BYTES && next.state >= LARGE_STATE_BYTES;
}

/** Whether nothing may be added any more. Deleting is always allowed. */
export function isFull(doc: Y.Doc, update: Uint8Array): boolean {
  const { state, json } = weightOf(doc);
  const isOver = state + update.byteLength > MAX_STATE_BYTES || json + update.byteLength > MAX_BODY_BYTES;
  return isOver && isAdding(update);
}
