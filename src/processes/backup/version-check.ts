import { createHash } from "node:crypto";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { Manifest } from "./archive-format";
import type { Sql } from "./table-catalog";

const AT_ONCE = 50;

/** Reckons the hash of every version's content anew, and holds it against the one that was stored on publishing. */
export async function checkVersions(sql: Sql): Promise<Manifest["versions"]> {
  const digest = createHash("sha256");
  const broken: string[] = [];
  let count = 0;
  const rows = sql<{ id: string; content: unknown; hash: string }[]>`
    select document_id || ':' || number as id, content, content_hash as hash from public.versions
    order by document_id, number`.cursor(AT_ONCE);
  for await (const some of rows) {
    for (const { id, content, hash } of some) {
      count += 1;
      digest.update(`${id} ${hash}\n`);
      if (canonicalHash(content) !== hash) broken.push(id);
    }
  }
  return { count, sha256: digest.digest("hex"), broken };
}
