// Which request something is done for, so that a failure can be found by the number that the answer carried.
import { AsyncLocalStorage } from "node:async_hooks";

const requests = new AsyncLocalStorage<string>();

/** Everything that `work` begins belongs to the request. */
export function duringRequest<T>(id: string, work: () => T): T {
  return requests.run(id, work);
}

export function currentRequest(): string | undefined {
  return requests.getStore();
}
