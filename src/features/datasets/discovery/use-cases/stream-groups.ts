import type { GroupsEvent, GroupsInput } from "../discovery-contract";
import { findGroups } from "./find-groups";
import type { Ground } from "./look-at-data";

/** What `findGroups` tells, as it happens; who listens slowly misses steps, not the end. Ends the work when it is left. */
export async function* streamGroups(
  ground: Ground,
  input: Pick<GroupsInput, "features" | "many">,
  signal: AbortSignal,
): AsyncGenerator<GroupsEvent, void> {
  const leaving = new AbortController();
  let latest: GroupsEvent | null = null;
  let wake: () => void = () => {};
  let isOver = false;
  const tell = (event: GroupsEvent) => {
    latest = event;
    wake();
  };
  const work = findGroups(ground, input, { signal: AbortSignal.any([signal, leaving.signal]), tell }).finally(() => {
    isOver = true;
    wake();
  });
  // Its failure is thrown below.
  work.catch(() => {});
  try {
    for (;;) {
      const event: GroupsEvent | null = latest;
      latest = null;
      if (event) yield event;
      else if (isOver) break;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    if (!signal.aborted) await work;
  } finally {
    leaving.abort(new Error("nobody waits for the groups any more"));
  }
}
