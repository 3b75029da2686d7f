import { constants, createReadStream, createWriteStream } from "node:fs";
import { copyFile, link, open, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Header } from "tar";

const BLOCK = 512;

/** An archive as it is written: under a name of its own beside its place until it is whole. */
export class ArchiveWriter {
  readonly #draft: string;
  readonly #gzip = createGzip({ level: 6 });
  readonly #written: Promise<void>;
  #failure: unknown;

  constructor(readonly target: string) {
    this.#draft = `${target}.${process.pid}.part`;
    // Readable by nobody else from its first byte: it holds keys.
    this.#written = pipeline(this.#gzip, createWriteStream(this.#draft, { flags: "wx", mode: 0o600 }));
    this.#written.catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** One entry; what it holds is on its way to the disk when this resolves. */
  async add(path: string, body: Uint8Array): Promise<void> {
    await this.#begin(path, body.length);
    await this.#write(body);
    await this.#pad(body.length);
  }

  /** An entry from a file, which must not change meanwhile; `onChunk` sees its bytes. */
  async addFile(path: string, file: string, onChunk: (chunk: Buffer) => void): Promise<number> {
    const { size } = await stat(file);
    await this.#begin(path, size);
    let seen = 0;
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      onChunk(chunk);
      seen += chunk.length;
      await this.#write(chunk);
    }
    if (seen !== size) throw new Error(`${path} changed while it was read`);
    await this.#pad(size);
    return size;
  }

  /** Gives the archive its name. Throws EEXIST where one has it already; nothing is ever overwritten. */
  async finish(): Promise<number> {
    await this.#write(Buffer.alloc(2 * BLOCK));
    this.#gzip.end();
    await this.#written;
    await toDisk(this.#draft);
    await giveName(this.#draft, this.target);
    return (await stat(this.target)).size;
  }

  async discard(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => {});
    await rm(this.#draft, { force: true });
  }

  async #begin(path: string, size: number): Promise<void> {
    const header = new Header({ path, size, mode: 0o600, type: "File", mtime: new Date(), uid: 0, gid: 0 });
    header.encode();
    if (!header.block || header.needPax) throw new Error(`${path} is too long a name for an archive`);
    await this.#write(header.block);
  }

  async #pad(size: number): Promise<void> {
    const rest = size % BLOCK;
    if (rest > 0) await this.#write(Buffer.alloc(BLOCK - rest));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#gzip.write(bytes)) return;
    const drained = new Promise<void>((resolve) => this.#gzip.once("drain", resolve));
    await Promise.race([drained, this.#written]);
  }
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

/** As a rename that refuses to replace; where there are no links, a copy does the same. */
async function giveName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw error;
    await copyFile(draft, target, constants.COPYFILE_EXCL);
  }
  await rm(draft);
}
