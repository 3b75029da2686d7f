// Twenty people with one persona open, each on a stream of their own, as their browsers would have it.
import { type ClientRequest, get } from "node:http";
import type postgres from "postgres";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/shared/demo-people";
import type { Installation } from "./installation";
import { signIn } from "./sign-in";

export interface LiveDocument {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly kilobytes: number;
}

/** Puts a draft into the demo's workspace as the owner of the database. */
export async function addDraft(sql: postgres.Sql, content: PersonaContent): Promise<LiveDocument> {
  const [place] = await sql<{ workspaceId: string; userId: string }[]>`
    select w.id as "workspaceId", u.id as "userId" from workspaces w, users u
    where u.email = ${DEMO_PEOPLE[0]?.email ?? ""} order by w.created_at limit 1`;
  if (!place) throw new Error("The demo has no workspace.");
  const { workspaceId, userId } = place;
  const documentId = crypto.randomUUID();
  await sql`insert into documents (id, workspace_id, kind, owner_id)
    values (${documentId}, ${workspaceId}, 'persona', ${userId})`;
  await sql`insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
    values (${workspaceId}, ${documentId}, ${sql.json(content as never)}, ${canonicalHash(content)}, ${userId})`;
  return { workspaceId, documentId, kilobytes: JSON.stringify(content).length / 1000 };
}

/** Cookies of so many editors of the demo's workspace, who all signed in; each measurement calls its own differently. */
export async function addEditors(
  sql: postgres.Sql,
  installation: Installation,
  count: number,
  called = "editor",
): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const email = `${called}.${number}@alderpine.example`;
    await sql`
      with made as (
        insert into users (name, email, email_verified, password_hash)
        select ${`Editor ${number}`}, ${email}, now(), password_hash from users where email = ${DEMO_PEOPLE[0]?.email ?? ""}
        returning id
      )
      insert into memberships (workspace_id, user_id, role)
      select (select id from workspaces order by created_at limit 1), id, 'editor' from made`;
    cookies.push(await signIn(installation.url, { email, password: DEMO_PASSWORD }));
  }
  return cookies;
}

export interface Listener {
  close(): void;
}

/** Opens a stream; `onBatch` is told the id of each batch when it has arrived. Resolves once it listens. */
export function listen(
  { host, port }: Installation,
  { workspaceId, documentId }: LiveDocument,
  cookie: string,
  onBatch: (batchId: string) => void,
): Promise<Listener> {
  const page = crypto.randomUUID();
  const input = JSON.stringify({ workspaceId, documentId, page, revision: 0 });
  const path = `/api/trpc/documents.live?${new URLSearchParams({ input })}`;
  return new Promise((resolve, reject) => {
    const headers = { host, cookie, accept: "text/event-stream" };
    const request: ClientRequest = get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The stream was answered ${response.statusCode}.`));
      response.setEncoding("utf8");
      let held = "";
      response.on("data", (piece: string) => {
        held += piece;
        const end = held.lastIndexOf("\n\n");
        if (end < 0) return;
        for (const [, batchId = ""] of held.slice(0, end).matchAll(/"batchId":"([0-9a-f-]{36})"/g)) onBatch(batchId);
        held = held.slice(end);
      });
      response.once("data", () => resolve({ close: () => request.destroy() }));
      response.on("error", () => {});
    });
    request.on("error", reject);
  });
}
