import { join } from "node:path";
import { env } from "@/env";
import { type FileStore, folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

let store: FileStore | undefined;

/** The installation's store. */
export function appFiles(): FileStore {
  const { DATA_DIR, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    store ??= s3Store({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      cache: join(DATA_DIR, "fetched"),
    });
  }
  store ??= folderStore(join(DATA_DIR, "files"));
  return store;
}
