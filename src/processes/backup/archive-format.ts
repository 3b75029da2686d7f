// What an archive holds, in this order: about.json, tables/<name>/<part>, jobs/<part>, files/<key>, keys/auth-secret,
// manifest.json. An ordinary .tar.gz, so that people can look into it without us.
import { z } from "zod";

/** Grows when an older release couldn't read what this one writes. */
export const ARCHIVE_FORMAT = 1;

export const ABOUT = "about.json";
export const MANIFEST = "manifest.json";
export const JOBS = "jobs";
export const AUTH_SECRET_ENTRY = "keys/auth-secret";

/** Tables are kept in parts of about this size, since a tar says an entry's length before its bytes. */
export const PART_BYTES = 4 * 1024 * 1024;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** Bytes that were copied out of the database, and how to put them back. */
const copied = z.object({ rows: count, bytes: count, sha256 });
export type Copied = z.output<typeof copied>;

/** Comes first, so that an archive of a newer release is refused at once. */
export const aboutSchema = z.object({
  format: z.int().min(1),
  product: z.literal("Dramatis"),
  version: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** In the order in which they were applied. */
  migrations: z.array(z.object({ hash: z.string(), createdAt: count })),
});
export type About = z.output<typeof aboutSchema>;

/** Comes last: whoever reads it has read the whole. */
export const manifestSchema = z.object({
  tables: z.array(copied.extend({ name, columns: z.array(name).min(1) })),
  jobs: copied,
  sequences: z.array(z.object({ name, next: z.string().regex(/^\d{1,19}$/) })),
  files: z.array(z.object({ key: z.string(), bytes: count, sha256 })),
  versions: z.object({
    count,
    /** Over document, number and content hash of every version. */
    sha256,
    /** Versions whose content didn't have its hash when the backup was made. */
    broken: z.array(z.string()),
  }),
  keys: z.object({
    isIncluded: z.boolean(),
    /** Tells whether a secret is the same, and nothing else about it; null where it wasn't known. */
    fingerprint: sha256.nullable(),
  }),
});
export type Manifest = z.output<typeof manifestSchema>;
export type CopiedTable = Manifest["tables"][number];
export type CopiedFile = Manifest["files"][number];
