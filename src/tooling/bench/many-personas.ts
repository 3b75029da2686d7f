// A workspace as it looks after years: ten thousand personas of the size of a real one, each with a published version.
import type postgres from "postgres";
import { personaContent } from "@/features/personas/persona-contract";
import { personaKind } from "@/features/personas/persona-kind";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { canonicalHash } from "@/server/hash/canonical-hash";

const BATCH = 500;
const WORDS =
  "she buys gifts late in the evening and compares three shops before paying because returns were a nuisance last winter while delivery on Saturday matters more than price for the household with two children".split(
    " ",
  );

/** About `length` characters that differ from persona to persona. */
function prose(seed: number, length: number): string {
  let text = "";
  for (let at = seed; text.length < length; at += 7) text += `${WORDS[at % WORDS.length]} `;
  return text.trim();
}

function claims(seed: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({ id: crypto.randomUUID(), text: prose(seed + at * 3, 90) }));
}

/** About 3 kB as JSON. */
function someContent(number: number): PersonaContent {
  return personaContent.parse({
    ...personaKind.empty(`Persona ${number}`),
    archetype: prose(number, 60),
    summary: prose(number + 1, 400),
    quote: prose(number + 2, 140),
    age: 20 + (number % 60),
    location: "Porto",
    occupation: "Nurse",
    household: "Two adults, two children",
    claims: { goals: claims(number, 6), pains: claims(number + 5, 6), decision: claims(number + 9, 5) },
  });
}

export interface ManyPersonas {
  readonly workspaceId: string;
  readonly slug: string;
  readonly documentIds: readonly string[];
  /** Of an average persona, as JSON. */
  readonly contentBytes: number;
}

/** Puts them there as the owner of the database; the people become members. */
export async function addManyPersonas(
  sql: postgres.Sql,
  ownerId: string,
  others: readonly string[],
  count: number,
): Promise<ManyPersonas> {
  const slug = "ten-thousand";
  const [workspace] = await sql<{ id: string }[]>`
    insert into workspaces (name, slug) values ('Ten thousand personas', ${slug}) returning id`;
  if (!workspace) throw new Error("The workspace was not made.");
  const workspaceId = workspace.id;
  await sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${ownerId}, 'owner')`;
  for (const userId of others) {
    await sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'editor')`;
  }
  const people = [ownerId, ...others];
  const documentIds: string[] = [];
  let bytes = 0;
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, at) => {
      const number = start + at + 1;
      const content = someContent(number);
      const id = crypto.randomUUID();
      documentIds.push(id);
      bytes += JSON.stringify(content).length;
      return { id, number, content, hash: canonicalHash(content), person: people[number % people.length] };
    });
    await insert(sql, workspaceId, rows);
  }
  await sql`vacuum analyze`;
  return { workspaceId, slug, documentIds, contentBytes: Math.round(bytes / count) };
}

async function insert(sql: postgres.Sql, workspaceId: string, rows: readonly object[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${sql.json(rows as never)})
    as t(id uuid, number int, content jsonb, hash text, person uuid)`;
  await sql.begin(async (tx) => {
    await tx`
      insert into documents (id, workspace_id, kind, owner_id, changed_at)
      select id, ${workspaceId}, 'persona', person, now() - number * interval '1 minute' from ${given}`;
    await tx`
      insert into drafts (workspace_id, document_id, content, content_hash, changed_by, based_on, revision)
      select ${workspaceId}, id, content, hash, person, 1, 12 from ${given}`;
    await tx`
      insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
      select ${workspaceId}, id, 1, content, hash, 'First', 'first', person from ${given}`;
    await tx`update documents set current_version = 1 where id in (select id from ${given})`;
  });
}
