// Choosing rows of a list.

/**
 * The chosen ids after one is toggled: with `from`, all between the two become what the one becomes. Ids that are no
 * longer in the list's order are let go.
 */
export function toggledRange(
  order: readonly string[],
  chosen: ReadonlySet<string>,
  id: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(order.filter((one) => chosen.has(one)));
  const [start, end] = [order.indexOf(from ?? id), order.indexOf(id)];
  const range = start < 0 || end < 0 ? [id] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
  const becomesChosen = !chosen.has(id);
  for (const one of range) {
    if (becomesChosen) next.add(one);
    else next.delete(one);
  }
  return next;
}
