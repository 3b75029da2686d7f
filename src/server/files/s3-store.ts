// A store that several machines share: Amazon's S3, or anything that speaks its language.
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AwsClient } from "aws4fetch";
import { checkKey, type FileStore } from "./folder-store";

interface S3Options {
  /** Address without the bucket, which stands in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Folder of this machine for what was fetched; it may be emptied at any time. */
  readonly cache: string;
}

/** One file at a time takes up to 5 GB, the most that one request may carry there. */
export function s3Store({ endpoint, bucket, cache, ...access }: S3Options): FileStore {
  const client = new AwsClient({ ...access, service: "s3", retries: 4 });
  const base = `${endpoint.replace(/\/$/, "")}/${bucket}`;

  async function send(method: string, path: string, body?: Blob): Promise<Response> {
    const response = await client.fetch(`${base}/${path}`, { method, ...(body && { body }) });
    if (response.ok || (method === "DELETE" && response.status === 404)) return response;
    await response.body?.cancel();
    // As for a file of this machine, so that whoever asks need not know which of the two it is.
    if (response.status === 404) throw Object.assign(new Error("there is no such file"), { code: "ENOENT" });
    throw new Error(`the file store answered ${response.status} to ${method}`);
  }

  /** Keys below a prefix, a thousand at a time. */
  async function* below(prefix: string): AsyncGenerator<string> {
    for (let token = ""; ; ) {
      const more = token && `&continuation-token=${encodeURIComponent(token)}`;
      const listed = await send("GET", `?list-type=2&prefix=${encodeURIComponent(prefix)}${more}`);
      const xml = await listed.text();
      // Our keys need no escaping in XML, so that a reader for it would have nothing to do.
      for (const [, key = ""] of xml.matchAll(/<Key>([^<]+)<\/Key>/g)) yield key;
      token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] ?? "";
      if (token === "") return;
    }
  }

  return {
    async put(key, file) {
      checkKey(key);
      // Read from the disk as it is sent, with its length known beforehand.
      await send("PUT", key, await openAsBlob(file));
      await rm(file);
      await rm(join(cache, key), { force: true });
    },
    async local(key) {
      checkKey(key);
      const path = join(cache, key);
      const isThere = await stat(path).then(
        () => true,
        () => false,
      );
      if (isThere) return path;
      const { body } = await send("GET", key);
      if (!body) throw new Error("the file store answered without a body");
      await mkdir(dirname(path), { recursive: true });
      const beside = `${path}.${crypto.randomUUID()}`;
      try {
        await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(beside));
        await rename(beside, path);
      } finally {
        await rm(beside, { force: true });
      }
      return path;
    },
    async remove(key) {
      checkKey(key);
      await rm(join(cache, key), { recursive: true, force: true });
      if (!key.endsWith("/")) return void (await send("DELETE", key));
      for await (const one of below(key)) await send("DELETE", one);
    },
  };
}
