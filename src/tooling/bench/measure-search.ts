// search.find over HTTP, signed in, among ten thousand documents of realistic words, against what bounds it.
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { bareConnection, bareGet } from "./bare-sql";
import { type Connection, getRequest, openConnection } from "./connection";
import type { Installation } from "./installation";
import { latencies, type Subject } from "./load";
import { addManyTexts, type ManyTexts } from "./many-texts";
import { atMost, type Section } from "./report";
import { signIn } from "./sign-in";

const DOCUMENTS = 10_000;
const ROUNDS = { rounds: 7, calls: 30, warmUp: 30 };
/** Milliseconds. */
const GOAL = 50;

/** What people type: `what` names the row. */
const QUERIES: readonly { readonly what: string; readonly text: string }[] = [
  { what: "one word, begun", text: "kitc" },
  { what: "one word with another accent", text: "cafe" },
  { what: "two letters", text: "ma" },
  { what: "one letter", text: "k" },
  { what: "two words", text: "garden del" },
  { what: "the most common word", text: "the" },
  { what: "four very common words", text: "the and customers price" },
  { what: "a number in one title", text: "7777" },
  { what: "inside of words", text: "itche" },
  { what: "nothing", text: "xylophone" },
];

export async function measureSearch(installation: Installation): Promise<Section> {
  const sql = bareConnection(installation.ownerUrl());
  try {
    const [owner] = DEMO_PEOPLE;
    const [person] = await sql<{ id: string }[]>`select id from users where email = ${owner?.email ?? ""}`;
    if (!owner || !person) throw new Error("The demo has no people.");
    const texts = await addManyTexts(sql, person.id, DOCUMENTS);
    const cookie = await signIn(installation.url, owner);
    const connection = await openConnection(installation.port);
    try {
      // The function asks who is acting; the floor acts for the same person, once for its connection.
      await sql`select set_config('app.user_id', ${person.id}, false), set_config('app.workspace_id', ${texts.workspaceId}, false)`;
      const subjects = QUERIES.flatMap(({ text }): Subject[] => [
        { name: text, call: ask(connection, installation.host, cookie, texts, text) },
        { name: `sql ${text}`, call: () => sql`select * from search_documents(${text}, 10)` },
      ]);
      let turn = 0;
      const byId = () => {
        turn += 1;
        return bareGet(sql, texts.workspaceId, texts.documentIds[turn % 1000] ?? "");
      };
      return report(await latencies([...subjects, { name: "by id", call: byId }], ROUNDS), texts);
    } finally {
      connection.close();
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function ask(connection: Connection, host: string, cookie: string, { workspaceId }: ManyTexts, text: string) {
  const input = JSON.stringify({ 0: { workspaceId, text } });
  const request = getRequest(host, `/api/trpc/search.find?${new URLSearchParams({ batch: "1", input })}`, cookie);
  return async () => {
    const { status, body } = await connection.ask(request);
    if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
  };
}

function report(times: Awaited<ReturnType<typeof latencies>>, texts: ManyTexts): Section {
  const of = (name: string) => times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
  const rows = QUERIES.map(({ what, text }) => {
    const cells = [of(text).p50, of(text).p95, of(`sql ${text}`).p50].map((value) => value.toFixed(2));
    return [what, text, ...cells];
  });
  const count = texts.documentIds.length.toLocaleString("en");
  return {
    tables: [
      {
        title: `Search among ${count} documents (ms)`,
        columns: ["what", "typed", "p50", "p95", "bare SQL"],
        rows,
        notes: [
          `Over HTTP, signed in; up to 10 results with snippets. A document has ${texts.wordCount} words, of a vocabulary of 20,000 by Zipf's law. Medians of ${ROUNDS.rounds} interleaved rounds of ${ROUNDS.calls} calls. Bare SQL is the same function, asked by the owner of the database past everything else; reading one document by its id takes it ${of("by id").p50.toFixed(2)} ms.`,
        ],
      },
    ],
    goals: QUERIES.map(({ what, text }) => atMost(`search, ${what}, median`, of(text).p50, GOAL, " ms")),
  };
}
