import { EXIT } from "../exit-codes.mjs";
import { StartFailure } from "../start-failure";

/** Why an archive can't be made, or can't be put back. */
export function refuse(sentence: string): StartFailure {
  return new StartFailure(EXIT.BACKUP, sentence);
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "there is no space left on the disk",
  EDQUOT: "there is no space left for you on the disk",
  EACCES: "that isn't allowed here",
  EPERM: "that isn't allowed here",
  EROFS: "the disk can't be written",
  ENOENT: "there is no such file or folder",
  "53100": "there is no space left on the database's disk",
  "57P01": "the database was stopped meanwhile",
  "55P03": "somebody else works with the database: stop Dramatis first, on every machine",
  CONNECTION_CLOSED: "the database was stopped meanwhile",
  CONNECTION_ENDED: "the database was stopped meanwhile",
  CONNECTION_DESTROYED: "the database was stopped meanwhile",
  ECONNREFUSED: "the database can't be reached",
  ECONNRESET: "the database was stopped meanwhile",
};

/** In words for people, where the cause is known. */
export function causeOf(error: unknown, signal?: AbortSignal): string {
  if (signal?.aborted) return "it was stopped";
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return CAUSES[code ?? ""] ?? (error.message || error.name);
}
