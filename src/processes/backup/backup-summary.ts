import type { Manifest } from "./archive-format";
import type { Made } from "./backup";
import type { CheckedArchive } from "./check-archive";

const number = (value: number) => value.toLocaleString("en-US");

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;
}

function some(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const rowsOf = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0);

function contents(manifest: Manifest): string {
  const { tables, versions, files, jobs } = manifest;
  const parts = [
    `${some(rowsOf(manifest), "row")} in ${some(tables.length, "table")}`,
    some(versions.count, "version"),
    some(files.length, "file"),
    some(jobs.rows, "waiting job"),
  ];
  return parts.join(", ");
}

/** What a person reads after a backup. */
export function backupSummary(target: string, { manifest, bytes, missing }: Made, isSecretElsewhere: boolean): string {
  const { isIncluded } = manifest.keys;
  const lines = [
    "",
    `  ${target}`,
    `  ${megabytes(bytes)}: ${contents(manifest)}.`,
    "",
    isIncluded
      ? "  It holds the key of this installation, people's addresses and customer data. Only you can read it here; keep it so,"
      : "  It holds people's addresses and customer data. Only you can read it here; keep it so,",
    "  and keep it on another machine than this one.",
  ];
  if (!isIncluded) {
    const where = isSecretElsewhere
      ? "AUTH_SECRET, which you set yourself,"
      : "The key of this installation (auth-secret)";
    lines.push(`  ${where} isn't in it: keep that elsewhere, or links in letters stop working after a restore.`);
  }
  for (const key of missing) lines.push(`  Missing from the store, and so from the archive: ${key}`);
  for (const id of manifest.versions.broken)
    lines.push(`  The content of version ${id} doesn't have its hash any more.`);
  return `${lines.join("\n")}\n`;
}

/** What a person reads after a restore, as a table of what came back. */
export function restoreSummary({ about, manifest }: CheckedArchive, place: string, fingerprint: string): string {
  const filled = manifest.tables.filter(({ rows }) => rows > 0);
  const width = Math.max(...filled.map(({ name }) => name.length), 5);
  const moment = about.createdAt.slice(0, 16).replace("T", " ");
  const lines = [
    "",
    `  ${place} is as it was on ${moment} UTC (Dramatis ${about.version}, PostgreSQL ${about.postgres}).`,
    "",
    ...filled.map(({ name, rows }) => `    ${name.padEnd(width)}  ${number(rows).padStart(11)}`),
    "",
    `  ${contents(manifest)}.`,
    `  verified: ${some(manifest.versions.count, "version")}`,
    "",
    keySentence(manifest, fingerprint),
    "  Everybody signs in anew. Letters and calls to webhooks that were waiting are sent once Dramatis starts.",
  ];
  for (const id of manifest.versions.broken) {
    lines.push(`  The content of version ${id} didn't have its hash when the backup was made either.`);
  }
  return `${lines.join("\n")}\n`;
}

function keySentence({ keys }: Manifest, fingerprint: string): string {
  if (keys.fingerprint === fingerprint) return "  The key is that of the backup: links in letters go on working.";
  return "  The key isn't that of the backup: links in letters and calendars stop working, unless AUTH_SECRET is set to the old one.";
}
