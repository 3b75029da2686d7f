// Where the caret stands after somebody else changed the text around it.

interface Selection {
  readonly start: number;
  readonly end: number;
}

/** Keeps to the words it stood at: what changed before it moves it along, what changed behind it doesn't. */
export function moveSelection(before: string, now: string, { start, end }: Selection): Selection {
  const shared = Math.min(before.length, now.length);
  let head = 0;
  while (head < shared && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shared - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const move = (at: number) => {
    if (at <= head) return at;
    if (at >= before.length - tail) return at + now.length - before.length;
    // Its words are gone: it stands where they were.
    return Math.min(at, now.length - tail);
  };
  return { start: move(start), end: move(end) };
}
