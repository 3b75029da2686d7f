// Passes over a whole text once, as fast as bytes can be looked at: counts its rows, finds a quotation mark that is never
// closed and rows beyond measure, and notes where rows begin, so that pieces from everywhere can be read.
import { createReadStream } from "node:fs";
import type { TextForm } from "./csv-text";

const PIECE = 1024 * 1024;

export interface Scan {
  /** Rows that aren't empty, the header among them. */
  readonly rows: number;
  /** The line, from 1, with a quotation mark that isn't closed within `MAX_ROW_BYTES`, or at all. */
  readonly openLine: number | null;
  /** The line at which a row begins that is too long. */
  readonly longLine: number | null;
  /** Where rows begin, in bytes: at most one for each piece of a megabyte, in order. */
  readonly starts: readonly number[];
}

const NEWLINE = 10;
const RETURN = 13;

/** `most` is the number of bytes of the longest row; behind a longer one nothing is looked at. */
export async function scanRows(file: string, { delimiter, quote }: TextForm, most: number): Promise<Scan> {
  const delimiterByte = delimiter.charCodeAt(0);
  const quoteByte = quote === null ? -1 : quote.charCodeAt(0);
  const starts: number[] = [];
  let rows = 0;
  let line = 1;
  let rowLine = 1;
  let rowStart = 0;
  let quoteLine = 0;
  let offset = 0;
  let isQuoted = false;
  let isCellStart = true;
  let isRowEmpty = true;
  let wasReturn = false;
  let wantsStart = true;
  /** The byte before closed a quoted cell. */
  let wasClosed = false;
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] as number;
      if (isQuoted) {
        if (byte === quoteByte) {
          isQuoted = false;
          wasClosed = true;
        } else if (byte === NEWLINE) line += 1;
        continue;
      }
      if (byte === NEWLINE || byte === RETURN) {
        if (byte === NEWLINE && wasReturn) {
          wasReturn = false;
          rowStart = offset + at + 1;
          continue;
        }
        if (!isRowEmpty) rows += 1;
        if (offset + at - rowStart > most) return { rows, openLine: null, longLine: rowLine, starts };
        line += 1;
        rowLine = line;
        rowStart = offset + at + 1;
        isRowEmpty = true;
        isCellStart = true;
        wasReturn = byte === RETURN;
        wasClosed = false;
        continue;
      }
      wasReturn = false;
      if (isRowEmpty) {
        isRowEmpty = false;
        if (wantsStart) {
          starts.push(rowStart);
          wantsStart = false;
        }
      }
      if (byte === delimiterByte) isCellStart = true;
      else {
        // At a cell's start; or doubled, which closes and opens again.
        if (byte === quoteByte && (isCellStart || wasClosed)) {
          isQuoted = true;
          if (isCellStart) quoteLine = line;
        }
        isCellStart = false;
      }
      wasClosed = false;
    }
    offset += piece.length;
    wantsStart = true;
    if (offset - rowStart > most) {
      return { rows, openLine: isQuoted ? quoteLine : null, longLine: rowLine, starts };
    }
  }
  if (!isRowEmpty) rows += 1;
  return { rows, openLine: isQuoted ? quoteLine : null, longLine: null, starts };
}
