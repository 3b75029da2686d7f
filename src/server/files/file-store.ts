import { join } from "node:path";
import { type Env, env } from "@/env";
import { type FileStore, folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

type StoreSettings = Pick<Env, "S3_REGION"> &
  Partial<Pick<Env, "S3_ENDPOINT" | "S3_BUCKET" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY">>;

let store: FileStore | undefined;

/** The installation's store. */
export function appFiles(): FileStore {
  store ??= openStore(env(), env().DATA_DIR);
  return store;
}

/** The store that these settings name: a bucket where one is given, a folder below `directory` otherwise. */
export function openStore(settings: StoreSettings, directory: string): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return s3Store({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      cache: join(directory, "fetched"),
    });
  }
  return folderStore(join(directory, "files"));
}
