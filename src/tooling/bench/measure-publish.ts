// Publishing a large persona, and one edit of it: what the transaction takes, against the same bytes by bare SQL.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type postgres from "postgres";
import { fillEnv } from "@/env";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { addDocument } from "@/features/documents/use-cases/add-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { type Connection, connect } from "@/server/db/client";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { addWorkspace, inScope } from "@/testing/factories";
import { makeTemplate } from "@/testing/test-server";
import { bareConnection } from "./bare-sql";
import { largePersona } from "./large-persona";
import { atMost, type Section } from "./report";
import { median, quantile } from "./statistics";

const WARM_UP = 10;
const ROUNDS = 60;
/** Milliseconds. */
const GOALS = { publish: 50, edit: 10 };

export async function measurePublish(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  // Commits wait for the disk, as in production.
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
  });
  try {
    const database = await makeTemplate(server.url);
    fillEnv({
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: randomBytes(33).toString("base64url"),
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
    });
    const [owner, app, sql] = [
      connect(database.ownerUrl, 1),
      connect(database.appUrl, 1),
      bareConnection(database.ownerUrl),
    ];
    try {
      return await measure(owner, app, sql);
    } finally {
      await Promise.all([owner.close(), app.close(), sql.end({ timeout: 5 })]);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const TIMED = ["edit", "publish", "bare edit", "bare publish"] as const;

async function measure(owner: Connection, app: Connection, sql: postgres.Sql): Promise<Section> {
  const { workspaceId, people } = await addWorkspace(owner, ["editor"]);
  const who = { workspaceId, userId: people.editor };
  const content = largePersona("Large");
  const document = await addDraft(app, who, content);
  const bare = await addDraft(app, who, content);
  const times = Object.fromEntries(TIMED.map((name) => [name, [] as number[]]));
  const timed = async <T>(name: (typeof TIMED)[number], work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[name]?.push(performance.now() - start);
    return result;
  };
  const claim = content.claims.goals[0]?.id ?? "";
  for (let round = 1; round <= WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP + 1) for (const name of TIMED) times[name]?.splice(0);
    const text = `Said differently, ${round} times`;
    const edits = [{ op: "set" as const, path: ["claims", "goals", claim, "text"], value: text }];
    const batchId = crypto.randomUUID();
    const { revision } = await timed("edit", () =>
      inScope(app, who, "draft.edit", (scope) =>
        editDraft(scope, personaKind, { workspaceId, documentId: document, batchId, edits }),
      ),
    );
    await timed("publish", () =>
      inScope(app, who, "document.publish", (scope) =>
        publishVersion(scope, personaKind, {
          workspaceId,
          documentId: document,
          revision,
          note: "Revised",
          reason: "wording",
          // The first version has nothing to compare with.
          ...(round > 1 && { reasons: [{ place: `claims.goals.${claim}`, reason: "correction" as const }] }),
        }),
      ),
    );
    const json = sql.json({ ...content, quote: text } as never);
    const hash = canonicalHash(text);
    await timed(
      "bare edit",
      () => sql`update drafts set content = ${json}, content_hash = ${hash} where document_id = ${bare}`,
    );
    await timed("bare publish", () => barePublish(sql, who, { documentId: bare, number: round, json, hash }));
  }
  return report(times, { kilobytes: JSON.stringify(content).length / 1000, claims: countClaims(content) });
}

async function addDraft(app: Connection, who: { workspaceId: string; userId: string }, content: PersonaContent) {
  return inScope(app, who, "draft.edit", (scope) => addDocument(scope, personaKind, content, { verb: "created" }));
}

/** The three rows that a publication can't do without. */
function barePublish(
  sql: postgres.Sql,
  who: { readonly workspaceId: string; readonly userId: string },
  row: {
    readonly documentId: string;
    readonly number: number;
    readonly json: postgres.Parameter;
    readonly hash: string;
  },
) {
  const { documentId, number, json, hash } = row;
  return sql.begin(async (tx) => {
    await tx`select 1 from drafts where document_id = ${documentId} for update`;
    await tx`insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
      values (${who.workspaceId}, ${documentId}, ${number}, ${json}, ${hash}, 'Revised', 'wording', ${who.userId})`;
    await tx`update drafts set revision = revision + 1, based_on = ${number} where document_id = ${documentId}`;
    await tx`update documents set current_version = ${number} where id = ${documentId}`;
  });
}

function countClaims(content: PersonaContent): number {
  return Object.values(content.claims).reduce((sum, { length }) => sum + length, 0);
}

function report(times: Readonly<Record<string, number[]>>, size: { kilobytes: number; claims: number }): Section {
  const of = (name: (typeof TIMED)[number]) => times[name] ?? [];
  const row = (what: string, name: (typeof TIMED)[number]) => [
    what,
    median(of(name)).toFixed(2),
    quantile(of(name), 0.95).toFixed(2),
  ];
  return {
    tables: [
      {
        title: `A persona of ${size.kilobytes.toFixed(0)} kB with ${size.claims} claims (ms)`,
        columns: ["what", "p50", "p95"],
        rows: [
          row("publish, with a reason for one change", "publish"),
          row("the same rows by bare SQL", "bare publish"),
          row("one edit", "edit"),
          row("the same bytes by bare SQL", "bare edit"),
        ],
        notes: [
          `From begin to commit, in one process with the database, commits waiting for the disk; ${ROUNDS} rounds, each of the four one after the other. Publishing locks, parses and checks the draft, compares it with the version before, and writes version, draft, feed and audit log.`,
        ],
      },
    ],
    goals: [
      atMost("publishing a large persona, median", median(of("publish")), GOALS.publish, " ms"),
      atMost("one edit of a large persona, median", median(of("edit")), GOALS.edit, " ms"),
    ],
  };
}
