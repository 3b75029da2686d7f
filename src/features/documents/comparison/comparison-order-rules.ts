/**
 * Ids that changed place, as few as possible: those outside a longest increasing run of old positions
 * (patience sorting), so that moving one item up doesn't mark all it passed. Both lists hold the same ids.
 */
export function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const position = new Map(before.map((id, index) => [id, index]));
  const tails: number[] = [];
  const previous = new Array<number>(after.length).fill(-1);
  const tailIndex: number[] = [];
  after.forEach((id, index) => {
    const value = position.get(id) ?? -1;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
    tailIndex[low] = index;
    previous[index] = low > 0 ? (tailIndex[low - 1] ?? -1) : -1;
  });
  const moved = new Set(after);
  for (let index = tailIndex.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) moved.delete(after[index] ?? "");
  return moved;
}
