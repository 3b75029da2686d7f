// One HTTP connection that is kept, with next to no work of its own: what it measures is the server.
import { connect, type Socket } from "node:net";

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface Connection {
  /** Sends a prepared request and waits for the whole answer. */
  ask(request: Buffer): Promise<Answer>;
  close(): void;
}

/** A GET as a browser's fetch would send it. */
export function getRequest(host: string, path: string, cookie?: string): Buffer {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `host: ${host}`,
    "accept: */*",
    "accept-encoding: gzip, deflate, br, zstd",
    "accept-language: en-GB,en;q=0.9",
    "content-type: application/json",
    "user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36",
    "sec-fetch-site: same-origin",
    "x-dramatis: 1",
    ...(cookie ? [`cookie: ${cookie}`] : []),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
}

/** Resolves when connected. Only answers that name their length are understood, which all of the API's do. */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(wrap(socket));
    });
  });
}

function wrap(socket: Socket): Connection {
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  let received: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The server closed the connection.")));
  socket.on("data", (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = parse(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(answer);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Undefined while something is missing. */
function parse(data: Buffer): Answer | undefined {
  const end = data.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = data.toString("latin1", 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`An answer without a length: ${head}`);
  if (data.length < end + 4 + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: data.subarray(end + 4, end + 4 + length) };
}
