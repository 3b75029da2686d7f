// Reads an archive from its beginning to its end, as often as wanted, with little memory. Nothing in it becomes a path of
// this machine: entries are looked up by name, and other names than ours are refused.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Header } from "tar";
import { refuse } from "./backup-failure";

const BLOCK = 512;
const MOST_JSON = 64 * 1024 * 1024;

interface ArchiveEntry {
  readonly path: string;
  readonly size: number;
  /** To be read before the next entry is asked for; what is left is passed over. */
  readonly body: AsyncIterable<Buffer>;
}

/** Entries in their order. Throws a sentence where the file is no whole archive. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const source = new Bytes(file);
  try {
    for (;;) {
      const block = await source.take(BLOCK);
      if (block.every((byte) => byte === 0)) {
        await source.toEnd();
        return;
      }
      const header = headerOf(block);
      const { path = "", size = 0 } = header;
      let left = size;
      const body = (async function* () {
        while (left > 0) {
          const chunk = await source.some(left);
          left -= chunk.length;
          yield chunk;
        }
      })();
      yield { path, size, body };
      for (; left > 0; left -= (await source.some(left)).length);
      await source.take((BLOCK - (size % BLOCK)) % BLOCK);
    }
  } finally {
    source.close();
  }
}

/** The whole of a small entry. */
export async function readWhole({ path, size, body }: ArchiveEntry): Promise<Buffer> {
  if (size > MOST_JSON) throw refuse(`The archive isn't one of Dramatis: ${path} is too large.`);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headerOf(block: Buffer): Header {
  let header: Header;
  try {
    header = new Header(block);
  } catch {
    throw damaged();
  }
  if (!header.cksumValid) throw damaged();
  if (header.type !== "File") {
    throw refuse(
      `The archive isn't one of Dramatis: it holds "${header.path}", which is no file. Nothing was changed.`,
    );
  }
  return header;
}

function damaged(): Error {
  return refuse("The archive is damaged: its bytes aren't those that were written. Nothing was changed.");
}

/** The unpacked bytes, in the portions asked for. */
class Bytes {
  readonly #stream = createGunzip();
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    pipeline(createReadStream(file), this.#stream, () => {});
    this.#chunks = this.#stream[Symbol.asyncIterator]();
  }

  /** At least one byte, at most `most`. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0) this.#held = await this.#next();
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Reads on, so that the checksum at the very end is looked at. */
  async toEnd(): Promise<void> {
    try {
      for (let step = await this.#chunks.next(); !step.done; step = await this.#chunks.next());
    } catch (error) {
      throw translated(error);
    }
  }

  close(): void {
    this.#stream.destroy();
  }

  async #next(): Promise<Buffer> {
    let step: IteratorResult<Buffer>;
    try {
      step = await this.#chunks.next();
    } catch (error) {
      throw translated(error);
    }
    if (step.done) throw refuse("The archive breaks off: its end is missing. Nothing was changed.");
    return step.value;
  }
}

function translated(error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case "Z_BUF_ERROR":
      return refuse("The archive breaks off: its end is missing. Nothing was changed.");
    case "Z_DATA_ERROR":
      return (error as Error).message === "incorrect header check"
        ? refuse("This file is no backup of Dramatis: it isn't packed as one. Nothing was changed.")
        : damaged();
    default:
      return error;
  }
}
