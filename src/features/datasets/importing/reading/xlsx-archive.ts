// A workbook as the archive that it is. What it says of its sizes may be a lie: each part is counted while it is unpacked,
// and none is ever held whole but the small ones.
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { AppError } from "@/shared/errors";

const MEGABYTE = 1024 * 1024;
const MAX_ENTRIES = 10_000;
/** Of a part that is read as a stream. */
const MAX_PART = 2_000 * MEGABYTE;
const END = 0x06054b50;
const LISTED = 0x02014b50;
const END_SIZE = 22;

interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly isPacked: boolean;
}

export interface Archive {
  /** Pieces of the part's text, or null where there is none. Throws LIMIT for more than `most` bytes. */
  text(name: string, most?: number): AsyncIterable<string> | null;
  /** The whole text of a small part; "" where there is none. */
  whole(name: string, most: number): Promise<string>;
}

/** Throws INVALID for what is no archive or is broken, LIMIT for a bomb. */
export async function openArchive(file: string): Promise<Archive> {
  const entries = await entriesOf(file);
  const text = (name: string, most = MAX_PART) => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return null;
    if (entry.unpacked > most) throw tooLarge();
    return unpackedText(file, entry, most);
  };
  const whole = async (name: string, most: number) => {
    let all = "";
    for await (const piece of text(name, most) ?? []) all += piece;
    return all;
  };
  return { text, whole };
}

async function entriesOf(file: string): Promise<ReadonlyMap<string, Entry>> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const tail = await bytesAt(handle, Math.max(0, size - 66_000), Math.min(size, 66_000));
    let end = tail.length - END_SIZE;
    while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
    if (end < 0) throw broken();
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    if (count > MAX_ENTRIES || length > 16 * MEGABYTE) throw tooLarge();
    const listing = await bytesAt(handle, tail.readUInt32LE(end + 16), length);
    const entries = new Map<string, Entry>();
    let at = 0;
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > listing.length || listing.readUInt32LE(at) !== LISTED) throw broken();
      const nameLength = listing.readUInt16LE(at + 28);
      const name = listing.toString("utf8", at + 46, at + 46 + nameLength);
      const offset = listing.readUInt32LE(at + 42);
      if ((listing.readUInt16LE(at + 8) & 1) === 1) throw locked();
      entries.set(name.replace(/^\//, "").toLowerCase(), {
        offset: offset + 30 + (await namesBefore(handle, offset)),
        packed: listing.readUInt32LE(at + 20),
        unpacked: listing.readUInt32LE(at + 24),
        isPacked: listing.readUInt16LE(at + 10) !== 0,
      });
      at += 46 + nameLength + listing.readUInt16LE(at + 30) + listing.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/** Bytes of name and extras that stand before a part. */
async function namesBefore(handle: FileHandle, offset: number): Promise<number> {
  const head = await bytesAt(handle, offset, 30);
  return head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw broken();
  return buffer;
}

async function* unpackedText(file: string, { offset, packed, isPacked }: Entry, most: number): AsyncGenerator<string> {
  if (packed === 0) return;
  const source = createReadStream(file, { start: offset, end: offset + packed - 1, highWaterMark: 256 * 1024 });
  const stream = isPacked ? source.pipe(createInflateRaw({ chunkSize: 256 * 1024 })) : source;
  source.once("error", (error) => stream.destroy(error));
  const decoder = new TextDecoder("utf-8");
  let count = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      count += piece.length;
      if (count > most) throw tooLarge();
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof AppError ? error : broken();
  } finally {
    source.destroy();
    stream.destroy();
  }
}

export function broken(): AppError {
  return new AppError(
    "INVALID",
    "This is no Excel workbook (.xlsx) that can be read. Open it, save it anew or as CSV, and upload that.",
  );
}

function locked(): AppError {
  return new AppError("INVALID", "This workbook is protected by a password. Save it without one, and upload that.");
}

export function tooLarge(): AppError {
  return new AppError(
    "LIMIT",
    "This workbook is far too large when it is unpacked. Save the sheet as CSV, and upload that.",
  );
}
