// Calls of procedures as a browser makes them, one at a time.
import { API_HEADER, API_PATH } from "@/shared/api-convention";
import type { Installation } from "./installation";

interface Caller {
  readonly installation: Installation;
  readonly cookie: string;
  readonly workspaceId: string;
}

export function headersOf({ url }: Installation, cookie: string): Readonly<Record<string, string>> {
  return { cookie, origin: url, [API_HEADER]: "1", "content-type": "application/json" };
}

export async function call<T>(
  { installation, cookie, workspaceId }: Caller,
  procedure: string,
  input: object,
  method: "GET" | "POST" = "GET",
): Promise<T> {
  const text = JSON.stringify({ workspaceId, ...input });
  const query = method === "GET" ? `?${new URLSearchParams({ input: text })}` : "";
  const answer = await fetch(`${installation.url}${API_PATH}/${procedure}${query}`, {
    method,
    headers: headersOf(installation, cookie),
    ...(method === "POST" ? { body: text } : {}),
  });
  if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { result: { data: T } }).result.data;
}
