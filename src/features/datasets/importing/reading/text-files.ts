// Text as it was uploaded made into text as it is read: unpacked, in UTF-8. Each file is passed once from end to end, in
// pieces; nothing is copied that needs no change.
import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError } from "@/shared/errors";
import type { DelimitedFormat } from "../import-plan-rules";

type Encoding = DelimitedFormat["encoding"];

const MEGABYTE = 1024 * 1024;
const PIECE = MEGABYTE;
/** Tables pack to a tenth, very dull ones to a hundredth. */
const MAX_RATIO = 200;
const MAX_UNPACKED = 20_000 * MEGABYTE;
/** Packed so well, a small file is no bomb. */
const HARMLESS = 200 * MEGABYTE;
/** Stays free on the disk. */
const KEPT_FREE = 512 * MEGABYTE;

/** Makes `target` by piping the source through the steps; it has its name only when it is whole. */
async function make(source: string, target: string, steps: readonly Transform[]): Promise<string> {
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  // Another reader may be at it too: the last one to be done stays.
  const beside = `${target}.${crypto.randomUUID()}`;
  const read = createReadStream(source, { highWaterMark: PIECE });
  await pipeline([read, ...steps, createWriteStream(beside, { mode: 0o600 })]);
  await rename(beside, target);
  return target;
}

/** The unpacked file, beside the packed one. Throws LIMIT for a bomb, INVALID for what is broken. */
export async function unpack(file: string): Promise<string> {
  const { size } = await stat(file);
  const most = Math.min(MAX_UNPACKED, Math.max(HARMLESS, size * MAX_RATIO));
  const { bavail, bsize } = await statfs(dirname(file));
  const room = bavail * bsize - KEPT_FREE;
  let count = 0;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      count += piece.length;
      if (count > most) return done(new AppError("LIMIT", "This file is far too large when it is unpacked."));
      if (count > room) return done(new AppError("LIMIT", "The server’s disk has no room to unpack this file."));
      done(null, piece);
    },
  });
  try {
    return await make(file, `${file}.unpacked`, [createGunzip({ chunkSize: PIECE }), meter]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("INVALID", "This packed file is broken off or damaged. Pack it again, and upload that.");
  }
}

/** A file with the text in UTF-8: the file itself, unless it is written otherwise. What can't be read becomes "�". */
export async function inUtf8(file: string, encoding: Encoding): Promise<string> {
  if (encoding === "utf-8") {
    const { isValid } = await lookAtBytes(file);
    if (isValid) return file;
  }
  return make(file, `${file}.${encoding}`, [new Transcoder(encoding)]);
}

class Transcoder extends Transform {
  private readonly decoder: TextDecoder;

  constructor(encoding: Encoding) {
    super();
    this.decoder = new TextDecoder(encoding);
  }

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    done(null, Buffer.from(this.decoder.decode(piece, { stream: true }), "utf8"));
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(this.decoder.decode(), "utf8"));
  }
}

interface Bytes {
  /** Whether all of it is UTF-8. */
  readonly isValid: boolean;
  readonly hasNul: boolean;
}

/** Passes over the whole file. */
async function lookAtBytes(file: string): Promise<Bytes> {
  let rest: Buffer = Buffer.alloc(0);
  let hasNul = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 4 * PIECE }) as AsyncIterable<Buffer>) {
    hasNul ||= chunk.includes(0);
    const piece = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = wholeCharacters(piece);
    if (!isUtf8(piece.subarray(0, cut))) return { isValid: false, hasNul };
    rest = piece.subarray(cut);
  }
  return { isValid: isUtf8(rest), hasNul };
}

/** Where the last character that may be cut off begins. */
function wholeCharacters(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return piece.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? piece.length - back : piece.length;
    }
  }
  return piece.length;
}

/** How text is written, and what is wrong with it. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  /** Characters that can't be read, in UTF-8 that is damaged. */
  readonly unreadable: number;
}

/** By its mark, else by whether all of it is UTF-8. Throws INVALID for what is no text. */
export async function encodingOf(file: string): Promise<FoundEncoding> {
  const head = await headOf(file, 64 * 1024);
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", hasMark: true, unreadable: 0 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", hasMark: true, unreadable: 0 };
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const wide = wideEncoding(head);
  if (wide) return { encoding: wide, hasMark: false, unreadable: 0 };
  const { isValid, hasNul } = await lookAtBytes(file);
  if (hasNul || controls(head) > head.length / 100) {
    throw new AppError("INVALID", "This is no table that can be read. Export the customers as CSV, and upload that.");
  }
  if (isValid) return { encoding: "utf-8", hasMark, unreadable: 0 };
  const { good, bad } = await countDamage(file);
  // Written in Windows-1252, hardly any of it would be UTF-8 by chance.
  return hasMark || good > bad * 10
    ? { encoding: "utf-8", hasMark, unreadable: bad }
    : { encoding: "windows-1252", hasMark: false, unreadable: 0 };
}

async function headOf(file: string, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(file, { start: 0, end: bytes - 1 }) as AsyncIterable<Buffer>) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** UTF-16 without a mark has a zero in every second place. */
function wideEncoding(head: Buffer): "utf-16le" | "utf-16be" | null {
  const looked = Math.min(head.length, 4_000) & ~1;
  if (looked < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > looked * 0.35 && even < looked * 0.02) return "utf-16le";
  return even > looked * 0.35 && odd < looked * 0.02 ? "utf-16be" : null;
}

function controls(head: Buffer): number {
  return head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
}

async function countDamage(file: string): Promise<{ good: number; bad: number }> {
  const decoder = new TextDecoder("utf-8");
  let good = 0;
  let bad = 0;
  const count = (text: string) => {
    for (const character of text.match(/[\u0080-\u{10ffff}]/gu) ?? []) {
      if (character === "\ufffd") bad += 1;
      else good += 1;
    }
  };
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    count(decoder.decode(piece, { stream: true }));
  }
  count(decoder.decode());
  return { good, bad };
}
