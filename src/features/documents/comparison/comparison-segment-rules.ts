// A text in pieces, to be shown. Apart from finding the pieces, which weighs more.
import type { Sides } from "./comparison-rules";

export interface Segment {
  readonly sign: "same" | "removed" | "added";
  readonly text: string;
}

/** The pieces by what was found of `words`; without it all of the one and all of the other. */
export function segmentsOf({ before, after, words }: Pick<Sides, "before" | "after" | "words">): readonly Segment[] {
  const segments: Segment[] = [];
  const push = (sign: Segment["sign"], text: string) => {
    if (text) segments.push({ sign, text });
  };
  const hunks = words ?? [0, before.length, after.length];
  let old = 0;
  let now = 0;
  for (let at = 0; at < hunks.length; at += 3) {
    const [same = 0, removed = 0, added = 0] = hunks.slice(at, at + 3);
    push("same", after.slice(now, now + same));
    push("removed", before.slice(old + same, old + same + removed));
    push("added", after.slice(now + same, now + same + added));
    old += same + removed;
    now += same + added;
  }
  push("same", after.slice(now));
  return segments;
}
