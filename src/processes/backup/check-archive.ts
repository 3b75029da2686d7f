// The first reading of an archive: everything in it is held against what it says of itself, and nothing is written.
import { createHash, type Hash } from "node:crypto";
import { stat } from "node:fs/promises";
import {
  ABOUT,
  type About,
  ARCHIVE_FORMAT,
  AUTH_SECRET_ENTRY,
  aboutSchema,
  type Copied,
  JOBS,
  MANIFEST,
  type Manifest,
  manifestSchema,
} from "./archive-format";
import { causeOf, refuse } from "./backup-failure";
import type { Migration } from "./migration-level";
import { readArchive, readWhole } from "./read-archive";

export interface CheckedArchive {
  readonly about: About;
  readonly manifest: Manifest;
  readonly secret: string | undefined;
}

interface Seen {
  readonly hash: Hash;
  bytes: number;
}

/** `known` are the migrations of this release. Throws a sentence for what isn't whole or isn't ours. */
export async function checkArchive(file: string, known: readonly Migration[]): Promise<CheckedArchive> {
  const found = await stat(file).catch((error: unknown) => {
    throw refuse(`${file} can't be read: ${causeOf(error)}.`);
  });
  if (!found.isFile()) throw refuse(`${file} can't be read: it is no file.`);
  let about: About | undefined;
  let manifest: Manifest | undefined;
  let secret: string | undefined;
  const seen = new Map<string, Seen>();
  for await (const entry of readArchive(file)) {
    if (manifest) throw notOurs(`"${entry.path}" comes after its end`);
    if (!about) {
      if (entry.path !== ABOUT) throw notOurs(`it doesn't begin with ${ABOUT}`);
      about = demandKnown(parsed(aboutSchema, await readWhole(entry), ABOUT), known);
    } else if (entry.path === MANIFEST) {
      manifest = parsed(manifestSchema, await readWhole(entry), MANIFEST);
    } else if (entry.path === AUTH_SECRET_ENTRY) {
      secret = (await readWhole(entry)).toString("utf8");
    } else {
      const at = seenAt(seen, subjectOf(entry.path));
      for await (const chunk of entry.body) {
        at.hash.update(chunk);
        at.bytes += chunk.length;
      }
    }
  }
  if (!about || !manifest) throw notOurs("its list of contents is missing");
  compare(seen, manifest);
  if (manifest.keys.isIncluded !== (secret !== undefined)) throw notOurs("its key isn't as its list says");
  return { about, manifest, secret };
}

/** Whose bytes an entry holds: a table's and the jobs' come in parts. Throws for names that aren't ours. */
export function subjectOf(path: string): string {
  const [, subject] =
    /^(tables\/[a-z0-9_]+|jobs)\/\d{6}$/.exec(path) ?? /^(files\/[\w-]+(?:\/[\w.-]+)+)$/.exec(path) ?? [];
  if (!subject || path.includes("..")) throw notOurs(`it holds "${path.slice(0, 200)}"`);
  return subject;
}

function seenAt(seen: Map<string, Seen>, subject: string): Seen {
  const found = seen.get(subject) ?? { hash: createHash("sha256"), bytes: 0 };
  seen.set(subject, found);
  return found;
}

function compare(seen: Map<string, Seen>, manifest: Manifest): void {
  const expected = new Map<string, Pick<Copied, "bytes" | "sha256">>([
    ...manifest.tables.map((table) => [`tables/${table.name}`, table] as const),
    [JOBS, manifest.jobs],
    ...manifest.files.map((file) => [`files/${file.key}`, file] as const),
  ]);
  for (const subject of seen.keys()) {
    if (!expected.has(subject)) throw notOurs(`it holds "${subject}", which its list doesn't name`);
  }
  for (const [subject, { bytes, sha256 }] of expected) {
    const at = seenAt(seen, subject);
    if (at.bytes !== bytes || at.hash.digest("hex") !== sha256) {
      throw refuse(`The archive is damaged: "${subject}" isn't what was written. Nothing was changed.`);
    }
  }
}

/** An archive whose migrations this release has, all of them, in the same order. */
function demandKnown(about: About, known: readonly Migration[]): About {
  const newer = `The archive was made by a newer version of Dramatis (${about.version}). Update this one first. Nothing was changed.`;
  if (about.format > ARCHIVE_FORMAT) throw refuse(newer);
  const newest = known.at(-1)?.when ?? 0;
  if (about.migrations.some(({ createdAt }) => createdAt > newest)) throw refuse(newer);
  if (about.migrations.length === 0 || about.migrations.some(({ createdAt }, at) => createdAt !== known[at]?.when)) {
    throw refuse("The archive's database was changed by migrations that aren't of Dramatis. Nothing was changed.");
  }
  return about;
}

function parsed<T>(schema: { safeParse(value: unknown): { data?: T } }, bytes: Buffer, name: string): T {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw notOurs(`${name} can't be read`);
  }
  const newer = (value as { format?: unknown } | null)?.format;
  const { data } = schema.safeParse(value);
  if (data !== undefined) return data;
  if (typeof newer === "number" && newer > ARCHIVE_FORMAT) {
    throw refuse("The archive was made by a newer version of Dramatis. Update this one first. Nothing was changed.");
  }
  throw notOurs(`${name} isn't what it should be`);
}

function notOurs(why: string): Error {
  return refuse(`The archive isn't a backup of Dramatis: ${why}. Nothing was changed.`);
}
