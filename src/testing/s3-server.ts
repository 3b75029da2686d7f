// A store that speaks enough of S3 to be put into, read, listed and deleted from, on loopback. It works out every signature
// for itself, as Amazon describes them (Signature Version 4), and refuses what doesn't fit.
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const S3_ACCESS = { region: "eu-test-1", accessKeyId: "somebody", secretAccessKey: "kept to oneself" };
/** As few that listing has to be asked for more. */
const PAGE = 2;

export interface S3Server {
  readonly endpoint: string;
  /** Contents by /bucket/key. */
  readonly files: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const files = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(request, response, files));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { endpoint: `http://127.0.0.1:${port}`, files, close };
}

async function answer(request: IncomingMessage, response: ServerResponse, files: Map<string, Buffer>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  if (!isSigned(request, url))
    return void response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
  const path = decodeURIComponent(url.pathname);
  if (url.searchParams.get("list-type") === "2") return void response.end(list(path, url, files));
  switch (request.method) {
    case "PUT":
      files.set(path, Buffer.concat(chunks));
      return void response.end();
    case "DELETE":
      files.delete(path);
      return void response.writeHead(204).end();
    default: {
      const file = files.get(path);
      return void (file ? response.end(file) : response.writeHead(404).end());
    }
  }
}

function list(bucket: string, url: URL, files: ReadonlyMap<string, Buffer>): string {
  const prefix = url.searchParams.get("prefix") ?? "";
  const after = url.searchParams.get("continuation-token") ?? "";
  const keys = [...files.keys()]
    .map((path) => path.slice(bucket.length))
    .filter((key) => key.startsWith(prefix) && key > after)
    .sort();
  const page = keys.slice(0, PAGE);
  const more = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
  return `<ListBucketResult>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("")}${more}</ListBucketResult>`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html */
function isSigned({ method, headers }: IncomingMessage, url: URL): boolean {
  const given = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(headers.authorization ?? "");
  const [, credential = "", signedHeaders = "", signature = ""] = given ?? [];
  const [id, day = "", region = "", service = ""] = credential.split("/");
  if (id !== S3_ACCESS.accessKeyId || region !== S3_ACCESS.region || service !== "s3") return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const lines = signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const body = String(headers["x-amz-content-sha256"]);
  const canonical = [method, url.pathname, query, lines.join(""), signedHeaders, body].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash].join("\n");
  const sign = (key: string | Buffer, value: string) => createHmac("sha256", key).update(value).digest();
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(sign, `AWS4${S3_ACCESS.secretAccessKey}`);
  return sign(key, text).toString("hex") === signature;
}
