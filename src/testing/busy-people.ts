// People who change fields without a pause, as a page does it: one batch after the other, sent again under its own id until
// it is acknowledged, also while the product is away.
import { setTimeout as sleep } from "node:timers/promises";
import { API_HEADERS } from "@/shared/api-convention";

export interface Caller {
  readonly url: string;
  readonly cookie: string;
}

/** The parsed answer of a procedure. Rejects where there is none, as `fetch` does. */
export async function call(
  { url, cookie }: Caller,
  procedure: string,
  input: object,
): Promise<{ readonly status: number; readonly data: unknown }> {
  const headers = { ...API_HEADERS, "content-type": "application/json", origin: url, cookie };
  const answer = await fetch(`${url}/api/trpc/${procedure}`, { method: "POST", headers, body: JSON.stringify(input) });
  const parsed: unknown = await answer.json();
  const { result } = parsed as { readonly result?: { readonly data: unknown } };
  return { status: answer.status, data: result?.data };
}

export interface BusyPerson {
  /** Ids of batches that the server has said it took, in their order, each with the value that it set. */
  readonly taken: readonly { readonly batchId: string; readonly value: string }[];
  /** What came back that a page would show as a refusal. */
  readonly refusals: readonly number[];
  /** Resolves when the last batch is acknowledged. */
  stop(): Promise<void>;
}

/** Sets one field of a document again and again; `place` names document, workspace and kind's router. */
export function busyPerson(
  who: Caller,
  place: { readonly router: string; readonly workspaceId: string; readonly documentId: string },
  field: string,
): BusyPerson {
  const { router, workspaceId, documentId } = place;
  const taken: { batchId: string; value: string }[] = [];
  const refusals: number[] = [];
  let isOver = false;
  const send = async (batchId: string, value: string) => {
    const edits = [{ op: "set", path: [field], value }];
    for (;;) {
      // No answer, or one that says that it is tried again: see `TRY_AGAIN` in draft-queue.ts.
      const status = await call(who, `${router}.edit`, { workspaceId, documentId, batchId, edits }).then(
        (answer) => answer.status,
        () => 503,
      );
      if (status === 200) return taken.push({ batchId, value });
      if (status < 500) return refusals.push(status);
      await sleep(50);
    }
  };
  const work = (async () => {
    for (let count = 1; !isOver; count += 1) {
      await send(crypto.randomUUID(), `${field} ${count}`);
      await sleep(40);
    }
  })();
  return {
    taken,
    refusals,
    stop: () => {
      isOver = true;
      return work;
    },
  };
}
