// The floor of a session's events: a process that hands what Postgres announces to everybody who listens, and nothing
// else. Port and database as arguments; a POST announces its body as the product does, by NOTIFY.
import { createServer, type ServerResponse } from "node:http";
import postgres from "postgres";

const [port = "0", url = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 4, onnotice: () => {} });
const listening = postgres(url, { max: 1, onnotice: () => {} });
const open = new Set<ServerResponse>();

await listening.listen("bench_events", (payload) => {
  for (const one of open) one.write(`data: ${payload}\n\n`);
});

const server = createServer(async (request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: open\n\n");
    open.add(response);
    response.once("close", () => open.delete(response));
    return;
  }
  let body = "";
  for await (const chunk of request) body += chunk;
  await sql`select pg_notify('bench_events', ${body})`;
  response.writeHead(200, { "content-length": "2" }).end("{}");
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
