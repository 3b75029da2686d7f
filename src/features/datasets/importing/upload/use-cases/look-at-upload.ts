// Has a file looked at by a reader, and keeps what it found.
import { stat } from "node:fs/promises";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { reportFailure } from "@/server/failure-report";
import { AppError } from "@/shared/errors";
import type { DetectedFile, FileFormat } from "../../import-plan-rules";
import { runReader } from "../../reading/run-reader";
import { uploadedFile } from "../upload-files";
import { storeDetected } from "../upload-queries";

interface Looked {
  readonly workspaceId: string;
  readonly importId: string;
  readonly userId: string;
  readonly fileName: string;
}

/** Readers of this process at a time; others wait. */
const AT_ONCE = 2;
const PATIENCE_MS = 10 * 60_000;

const underWay = new Map<string, Promise<DetectedFile>>();
let looking = 0;
const waiting: (() => void)[] = [];

/**
 * What the file looks like, which is stored; looking again with the same format joins a look that is under way. Throws the
 * reader's refusal: that of the first look, without a format, is stored as the import's problem, while a correction that
 * doesn't fit changes nothing. BLOCKED when the file isn't kept any more.
 */
export function lookAtUpload(db: Db, upload: Looked, format: FileFormat | null): Promise<DetectedFile> {
  const key = `${upload.importId} ${JSON.stringify(format)}`;
  let look = underWay.get(key);
  if (!look) {
    look = inTurn(() => lookAndStore(db, upload, format)).finally(() => underWay.delete(key));
    underWay.set(key, look);
  }
  return look;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (looking >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else looking += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else looking -= 1;
  }
}

async function lookAndStore(db: Db, upload: Looked, format: FileFormat | null): Promise<DetectedFile> {
  const { workspaceId, userId, fileName } = upload;
  const store = (detected: DetectedFile | null, problem: string | null) =>
    inTransaction(db, async (tx) => {
      await scopeOfAccepted(tx, userId, workspaceId);
      await storeDetected(tx, upload, detected, problem);
    });
  try {
    const file = uploadedFile(workspaceId, upload.importId);
    await demandFile(file);
    const detected = await runReader(
      "detect",
      { file, fileName, format },
      { signal: AbortSignal.timeout(PATIENCE_MS) },
    );
    await store(detected, null);
    return detected;
  } catch (error) {
    const refusal = error instanceof AppError ? error : fault(error);
    if (!format) await store(null, refusal.message);
    throw refusal;
  }
}

function fault(error: unknown): AppError {
  reportFailure("reader", "detect", error);
  return new AppError(
    "UPSTREAM",
    "This file can’t be read: something went wrong on our side. Save it as CSV in UTF-8 and try again.",
  );
}

async function demandFile(file: string): Promise<void> {
  await stat(file).catch(() => {
    throw new AppError("BLOCKED", "This file isn't kept any more: uploads are deleted after a day. Upload it again.");
  });
}
