// Stands between driver and database and counts what crosses the wire: what a query builder says it does is not asked.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface WireCounter {
  /** The same database through the counter. */
  readonly url: string;
  /** Statements run and round trips waited for since the last call. */
  take(): WireCount;
  close(): void;
}

interface WireCount {
  readonly statements: number;
  readonly roundTrips: number;
  /** Of the statements, those that begin a transaction within one. */
  readonly savepoints: number;
}

export async function countWire(databaseUrl: string): Promise<WireCounter> {
  const target = new URL(databaseUrl);
  let statements = 0;
  let roundTrips = 0;
  let savepoints = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
    }
    let wasAnswered = true;
    const savepointNames = new Set<string>();
    const read = messageReader((type, body) => {
      // Execute of a prepared statement, or a whole simple query.
      if (type === "E" || type === "Q") statements += 1;
      // Parse: statement, text. Bind: portal, statement.
      const [first = "", second = ""] = body.split("\0", 2);
      if (type === "P" && second.startsWith("savepoint ")) savepointNames.add(first);
      if (type === "B" && savepointNames.has(second)) savepoints += 1;
    });
    client.on("data", (chunk) => {
      read(chunk);
      if (wasAnswered) roundTrips += 1;
      wasAnswered = false;
      database.write(chunk);
    });
    database.on("data", (chunk) => {
      wasAnswered = true;
      client.write(chunk);
    });
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The counter has no port.");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    take: () => {
      const count = { statements, roundTrips, savepoints };
      statements = 0;
      savepoints = 0;
      roundTrips = 0;
      return count;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Hears type and text of every message of the client. The first message has none, only a length. */
function messageReader(hear: (type: string, body: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const offset = isFirst ? 0 : 1;
      if (rest.length < offset + 4) return;
      const length = offset + rest.readInt32BE(offset);
      if (rest.length < length) return;
      if (!isFirst) hear(String.fromCharCode(rest[0] ?? 0), rest.toString("latin1", 5, length));
      isFirst = false;
      rest = rest.subarray(length);
    }
  };
}
