// A Word document as the archive that it is: looked at before anything is unpacked, and sent without what takes most of
// its room. Copies packed bytes as they are, so that it runs anywhere.
import { AppError } from "@/shared/errors";

/** Bytes of a file that a person chooses. */
const MAX_DOCX = 10 * 1024 * 1024;
/** Bytes of what is sent, since a request holds 1 MB; pictures are left out until it fits. */
export const MAX_SENT = 700 * 1024;
/** Bytes when unpacked, as the archive says and as is held to when it is unpacked. */
export const MAX_UNPACKED = 40 * 1024 * 1024;
const MAX_ENTRIES = 2_000;

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** Its line in the list at the end of the archive. */
  readonly listing: Uint8Array;
  readonly offset: number;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

/** Throws INVALID for what is no archive, or says of itself what can't be. */
function entriesOf(file: Uint8Array): readonly Entry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - 22;
  while (end >= 0 && end > file.length - 66_000 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) throw notWord();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw tooLarge();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== LISTED) throw notWord();
    const nameLength = view.getUint16(at + 28, true);
    const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const offset = view.getUint32(at + 42, true);
    const packed = view.getUint32(at + 20, true);
    if (offset + 30 + packed > file.length || view.getUint32(offset, true) !== LOCAL) throw notWord();
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
      packed,
      unpacked: view.getUint32(at + 24, true),
      // Copied: a buffer's own slice would share its memory, and its offset.
      listing: Uint8Array.from(file.subarray(at, at + length)),
      offset,
    });
    at += length;
  }
  return entries;
}

function notWord(): AppError {
  return new AppError(
    "INVALID",
    "This is no Word document (.docx) that can be read. Save it anew, or paste what is in it.",
  );
}

function tooLarge(): AppError {
  return new AppError(
    "LIMIT",
    "This Word document is too large when it is unpacked. Split it, or paste what is in it.",
  );
}

/** Throws INVALID or LIMIT, with a sentence, for what isn't worth unpacking. */
export function checkDocx(file: Uint8Array): void {
  const entries = entriesOf(file);
  if (!entries.some(({ name }) => name === "word/document.xml")) throw notWord();
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MAX_UNPACKED) throw tooLarge();
}

/** The bytes of each part as they lie in the archive. Throws INVALID as above. */
export function packedParts(file: Uint8Array): readonly { readonly bytes: Uint8Array; readonly isPacked: boolean }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return entriesOf(file).map(({ offset, packed, listing }) => {
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const method = new DataView(listing.buffer).getUint16(10, true);
    return { bytes: file.subarray(start, start + packed), isPacked: method === 8 };
  });
}

/** Parts that hold no words. */
const HEAVY = /^(?:word\/(?:media|embeddings|fonts)\/|docProps\/thumbnail)/;

/**
 * The archive without the pictures that don't fit, the largest first. Throws as `checkDocx`, and LIMIT when the words
 * alone are too much.
 */
export function lightDocx(file: Uint8Array): { readonly file: Uint8Array; readonly left: number } {
  if (file.length > MAX_DOCX)
    throw new AppError("LIMIT", "A Word document holds up to 10 MB. Split it, or leave out pictures.");
  if (file.length <= MAX_SENT) return { file, left: 0 };
  const entries = entriesOf(file);
  const heavy = entries.filter(({ name }) => HEAVY.test(name)).sort((one, other) => other.packed - one.packed);
  const dropped = new Set<string>();
  let size = file.length;
  for (const { name, packed } of heavy) {
    if (size <= MAX_SENT) break;
    dropped.add(name);
    size -= packed;
  }
  const light = packedAgain(
    file,
    entries.filter(({ name }) => !dropped.has(name)),
  );
  if (light.length > MAX_SENT) {
    throw new AppError(
      "LIMIT",
      "This Word document has too much text to be read at once. Split it, or paste what is in it.",
    );
  }
  return { file: light, left: [...dropped].filter((name) => name.startsWith("word/media/")).length };
}

function packedAgain(file: Uint8Array, entries: readonly Entry[]): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [];
  const listings: Uint8Array[] = [];
  let at = 0;
  for (const { offset, packed, listing } of entries) {
    const head = 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const local = Uint8Array.from(file.subarray(offset, offset + head + packed));
    // Sizes may stand after the data; the list at the end has them in any case, and they are written before it here.
    const said = new DataView(local.buffer);
    said.setUint16(6, said.getUint16(6, true) & ~8, true);
    local.set(listing.subarray(16, 28), 14);
    const listed = Uint8Array.from(listing);
    const listedView = new DataView(listed.buffer);
    listedView.setUint16(8, listedView.getUint16(8, true) & ~8, true);
    listedView.setUint32(42, at, true);
    parts.push(local);
    listings.push(listed);
    at += local.length;
  }
  const size = listings.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  const whole = new Uint8Array(at + size + 22);
  let to = 0;
  for (const part of [...parts, ...listings, new Uint8Array(end.buffer)]) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
