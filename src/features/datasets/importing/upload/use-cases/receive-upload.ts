// From a request to a file on the disk, as it arrives and never in memory.
import { createWriteStream } from "node:fs";
import { mkdir, rm, statfs } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/env";
import { openScope, scopeOfAccepted } from "@/server/access/open-scope";
import { demandSignIn } from "@/server/access/sign-in-wall";
import { inTransaction } from "@/server/db/transaction";
import type { RequestContext } from "@/server/trpc/procedures";
import { signedOut } from "@/server/trpc/standing-access";
import { AppError } from "@/shared/errors";
import { line } from "@/shared/text-schemas";
import type { Uploaded } from "../upload-contract";
import { uploadedFile, uploadFolder, uploadsFolder } from "../upload-files";
import { countUploading, deleteUpload, finishUpload, insertUpload, touchUpload } from "../upload-queries";
import { lookAtUpload } from "./look-at-upload";

const AT_ONCE = 4;
const MAX_FILE_NAME = 200;
const MEGABYTE = 1024 * 1024;
/** Between two looks at what the disk has left, and two signs of life. */
const STEP_BYTES = 64 * MEGABYTE;
const SIGN_OF_LIFE_MS = 10_000;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

interface Received {
  readonly workspaceId: string;
  readonly name: string;
  /** As announced; null where it wasn't. */
  readonly bytes: number | null;
  readonly body: Readable;
}

/**
 * Stores a file of a member who may import, and has it looked at. Throws UNAUTHENTICATED, NOT_FOUND and FORBIDDEN as a
 * procedure would, LIMIT for too much at once, for too large a file (before a byte is stored, when that was announced) and
 * for a full disk, INVALID for nothing. What breaks off leaves nothing.
 */
export async function receiveUpload(context: RequestContext, received: Received): Promise<Uploaded> {
  const { workspaceId, bytes, body } = received;
  const userId = await context.claimedUserId();
  if (userId === null) throw signedOut();
  if (!UUID.test(workspaceId))
    throw new AppError("NOT_FOUND", "This workspace doesn't exist, or you are not a member of it.");
  const fileName = line(MAX_FILE_NAME * 4).parse(received.name.slice(0, MAX_FILE_NAME)) || "Data";
  const key = { workspaceId, importId: crypto.randomUUID() };
  /** Anew each time: who was removed meanwhile has lost the right to go on. */
  const inScope = <T>(work: Parameters<typeof inTransaction<T>>[1]) =>
    inTransaction(context.db, async (tx) => {
      const session = await context.sessionNow(tx);
      if (!session) throw signedOut();
      demandSignIn(await openScope(tx, userId, workspaceId, "data.import"), session);
      return work(tx);
    });
  await inScope(async (tx) => {
    if (bytes !== null && bytes > sizeLimit()) throw tooLarge();
    if (bytes === 0) throw new AppError("INVALID", "This file is empty.");
    if ((await countUploading(tx, workspaceId)) >= AT_ONCE) {
      throw new AppError("LIMIT", "Several files are being uploaded to this workspace. Wait until one has arrived.");
    }
    await mkdir(uploadsFolder(), { recursive: true });
    await demandRoom(bytes ?? 0);
    await insertUpload(tx, { ...key, userId, fileName, bytes: bytes ?? 0 });
  });
  try {
    await mkdir(uploadFolder(workspaceId, key.importId), { recursive: true });
    const arrived = await store(body, uploadedFile(workspaceId, key.importId), (count) =>
      inScope((tx) => touchUpload(tx, key, count)),
    );
    if (arrived === 0) throw new AppError("INVALID", "This file is empty.");
    await inScope((tx) => finishUpload(tx, key, arrived));
  } catch (error) {
    await rm(uploadFolder(workspaceId, key.importId), { recursive: true, force: true });
    await inTransaction(context.db, async (tx) => {
      await scopeOfAccepted(tx, userId, workspaceId);
      await deleteUpload(tx, key);
    });
    throw error;
  }
  lookAtUpload(context.db, { ...key, userId, fileName }, null).catch(() => {});
  return { importId: key.importId };
}

/** The number of bytes that arrived. */
async function store(body: Readable, file: string, alive: (count: number) => Promise<void>): Promise<number> {
  let count = 0;
  let looked = 0;
  let told = Date.now();
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      count += piece.length;
      if (count > sizeLimit()) return done(tooLarge());
      const isRoomDue = count - looked >= STEP_BYTES;
      const isSignDue = Date.now() - told >= SIGN_OF_LIFE_MS;
      if (!isRoomDue && !isSignDue) return done(null, piece);
      if (isRoomDue) looked = count;
      if (isSignDue) told = Date.now();
      Promise.all([isRoomDue ? demandRoom(0) : undefined, isSignDue ? alive(count) : undefined]).then(
        () => done(null, piece),
        done,
      );
    },
  });
  await pipeline(body, meter, createWriteStream(file, { flush: true, mode: 0o600 }));
  return count;
}

function sizeLimit(): number {
  return env().DATA_FILE_LIMIT_MB * MEGABYTE;
}

function tooLarge(): AppError {
  const limit = env().DATA_FILE_LIMIT_MB;
  return new AppError("LIMIT", `A file holds up to ${limit} MB. Leave out columns, or pack it as .gz, and try again.`);
}

/** A gigabyte, or a tenth of a small disk, stays free for everything else. */
async function demandRoom(bytes: number): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(uploadsFolder());
  const kept = Math.min(1024 * MEGABYTE, blocks * bsize * 0.1);
  if (bavail * bsize - bytes >= kept) return;
  throw new AppError("LIMIT", "The server's disk has no room for this file. Tell whoever looks after Dramatis.");
}
