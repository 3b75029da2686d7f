// A workspace of ten thousand documents whose words are as unevenly frequent as those of a language, so that search
// meets common words, rare ones and names.
import type postgres from "postgres";
import { documentWords } from "@/features/documents/search/search-text-rules";
import { personaContent } from "@/features/personas/persona-contract";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentContent } from "@/features/segments/segment-contract";
import { segmentKind } from "@/features/segments/segment-kind";

const BATCH = 500;
const VOCABULARY = 20_000;
const COMMON =
  "the and customers price delivery weekend family garden kitchen café Müller online review tools Saturday paint".split(
    " ",
  );
const SYLLABLES =
  "ba be bo ca ce da de do fa fe ga ge ha he ja jo ka ke la le li ma me mi na ne no pa pe ra re ri sa se ta te va ve wa we za zo".split(
    " ",
  );

/** The same numbers at every run, from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Language {
  /** A word, the first of the vocabulary thousands of times as often as the last. */
  word(): string;
  prose(words: number): string;
  /** The vocabulary from the most to the least frequent. */
  readonly vocabulary: readonly string[];
}

function newLanguage(): Language {
  const roll = dice(7);
  const pick = (list: readonly string[]) => list[Math.floor(roll() * list.length)] ?? "";
  const vocabulary = [...COMMON];
  while (vocabulary.length < VOCABULARY) {
    vocabulary.push(Array.from({ length: 2 + Math.floor(roll() * 3) }, () => pick(SYLLABLES)).join(""));
  }
  // By Zipf's law: the chance of a word falls with its place.
  const word = () => vocabulary[Math.floor(VOCABULARY ** roll()) - 1] ?? "the";
  return { word, prose: (words) => Array.from({ length: words }, word).join(" "), vocabulary };
}

export interface ManyTexts {
  readonly workspaceId: string;
  readonly documentIds: readonly string[];
  /** Of an average document's words. */
  readonly wordCount: number;
}

/** Puts them there as the owner of the database: two personas for each segment, all published. */
export async function addManyTexts(sql: postgres.Sql, ownerId: string, count: number): Promise<ManyTexts> {
  const [workspace] = await sql<{ id: string }[]>`
    insert into workspaces (name, slug) values ('Ten thousand texts', 'ten-thousand-texts') returning id`;
  if (!workspace) throw new Error("The workspace was not made.");
  await sql`insert into memberships (workspace_id, user_id, role) values (${workspace.id}, ${ownerId}, 'owner')`;
  const language = newLanguage();
  const documentIds: string[] = [];
  let words = 0;
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, at) => {
      const row = someDocument(language, start + at);
      documentIds.push(row.id);
      words += row.texts.split(/\s+/).length;
      return row;
    });
    await insert(sql, workspace.id, ownerId, rows);
  }
  await sql`vacuum analyze`;
  return { workspaceId: workspace.id, documentIds, wordCount: Math.round(words / count) };
}

function someDocument({ prose }: Language, number: number) {
  const claims = (count: number) =>
    Array.from({ length: count }, () => ({ id: crypto.randomUUID(), text: prose(14), source: prose(3) }));
  const title = `${prose(2)} ${number}`;
  const common = { title, summary: prose(50) };
  const isSegment = number % 3 === 0;
  const content = isSegment
    ? segmentContent.parse({
        ...segmentKind.empty(title),
        ...common,
        definition: prose(60),
        claims: { needs: claims(8), pains: claims(8), buying: claims(6) },
      })
    : personaContent.parse({
        ...personaKind.empty(title),
        ...common,
        archetype: prose(6),
        story: prose(120),
        claims: { goals: claims(8), pains: claims(8), behaviours: claims(6) },
      });
  const kind = isSegment ? segmentKind : personaKind;
  return { id: crypto.randomUUID(), kind: kind.name, number, content, ...documentWords(kind.fields, content) };
}

async function insert(sql: postgres.Sql, workspaceId: string, ownerId: string, rows: readonly object[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${sql.json(rows as never)})
    as t(id uuid, kind text, number int, content jsonb, title text, texts text)`;
  await sql.begin(async (tx) => {
    await tx`
      insert into documents (id, workspace_id, kind, owner_id, changed_at)
      select id, ${workspaceId}, kind, ${ownerId}, now() - number * interval '1 minute' from ${given}`;
    await tx`
      insert into drafts (workspace_id, document_id, content, content_hash, changed_by, based_on)
      select ${workspaceId}, id, content, '', ${ownerId}, 1 from ${given}`;
    await tx`
      insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
      select ${workspaceId}, id, 1, content, '', 'First', 'first', ${ownerId} from ${given}`;
    await tx`update documents set current_version = 1 where id in (select id from ${given})`;
    await tx`
      insert into document_texts (workspace_id, document_id, draft, published)
      select ${workspaceId}, id, words, words from ${given}, document_vector(title, texts) words`;
  });
}
