// Thirty people in a review session, each on a stream of their own, as their browsers would have it.
import { type ClientRequest, get } from "node:http";
import type postgres from "postgres";
import type { Installation } from "./installation";

export interface LiveSession {
  readonly workspaceId: string;
  readonly sessionId: string;
  readonly itemId: string;
}

/** Opens a meeting on the demo's oldest persona; the first of the editors leads and presents. All have come. */
export async function addSession(sql: postgres.Sql, called: string): Promise<LiveSession> {
  const [place] = await sql<{ workspaceId: string; documentId: string; leaderId: string }[]>`
    select w.id as "workspaceId", u.id as "leaderId",
      (select d.id from documents d where d.workspace_id = w.id and d.kind = 'persona' order by d.created_at limit 1)
        as "documentId"
    from workspaces w, users u where u.email = ${`${called}.0@alderpine.example`} order by w.created_at limit 1`;
  if (!place) throw new Error("The demo has no workspace.");
  const { workspaceId, documentId, leaderId } = place;
  const [sessionId, itemId] = [crypto.randomUUID(), crypto.randomUUID()];
  await sql`
    insert into review_sessions (id, workspace_id, title, mode, state, starts_at, ends_at, time_zone, facilitator_id,
      presenter_id, planned_by, opened_at, current_item_id, item_started_at)
    values (${sessionId}, ${workspaceId}, 'Thirty people', 'live', 'open', now(), now() + interval '1 hour', 'UTC',
      ${leaderId}, ${leaderId}, ${leaderId}, now(), ${itemId}, now())`;
  await sql`
    insert into review_items (id, workspace_id, session_id, document_id, position)
    values (${itemId}, ${workspaceId}, ${sessionId}, ${documentId}, 0)`;
  await sql`
    insert into review_participants (workspace_id, session_id, user_id, joined_at, seen_at)
    select ${workspaceId}, ${sessionId}, u.id, now(), now() from users u where u.email like ${`${called}.%`}`;
  return { workspaceId, sessionId, itemId };
}

/** A call as a browser makes it. */
export function callRequest(installation: Installation, cookie: string, name: string, input: object): Buffer {
  const body = Buffer.from(JSON.stringify({ 0: input }));
  const head = [
    `POST /api/trpc/reviews.${name}?batch=1 HTTP/1.1`,
    `host: ${installation.host}`,
    `origin: ${installation.url}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    "sec-fetch-site: same-origin",
    "x-dramatis: 1",
    `cookie: ${cookie}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}

export interface Listener {
  close(): void;
}

/** Opens a stream of server-sent events; `onEvent` gets each one's data. Resolves with the first. */
export function listenTo(
  { host, port }: { readonly host: string; readonly port: number },
  path: string,
  cookie: string,
  onEvent: (data: string) => void,
): Promise<Listener> {
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
        for (const [, data = ""] of held.slice(0, end).matchAll(/^data: (.*)$/gm)) onEvent(data);
        held = held.slice(end);
      });
      response.once("data", () => resolve({ close: () => request.destroy() }));
      response.on("error", () => {});
    });
    request.on("error", reject);
  });
}

/** The stream of a page that has the session open. */
export function sessionStream({ workspaceId, sessionId }: LiveSession): string {
  const input = JSON.stringify({ workspaceId, sessionId, page: crypto.randomUUID() });
  return `/api/trpc/reviews.live?${new URLSearchParams({ input })}`;
}
