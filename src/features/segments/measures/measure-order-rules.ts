// Segments rest on segments: which are measured before which.

export interface Resting {
  readonly documentId: string;
  /** Segments that its rule speaks of. */
  readonly restsOn: readonly string[];
}

/**
 * Groups to be measured one after the other: each rests only on those before it. What rests on itself in a circle comes
 * last, together; its rules say what is wrong with them.
 */
export function measuringOrder<S extends Resting>(segments: readonly S[]): readonly (readonly S[])[] {
  const groups: S[][] = [];
  const placed = new Set<string>();
  const known = new Set(segments.map(({ documentId }) => documentId));
  let left = [...segments];
  while (left.length > 0) {
    const isReady = ({ restsOn }: S) => restsOn.every((id) => placed.has(id) || !known.has(id));
    const ready = left.filter(isReady);
    const group = ready.length > 0 ? ready : left;
    groups.push(group);
    for (const { documentId } of group) placed.add(documentId);
    left = left.filter(({ documentId }) => !placed.has(documentId));
  }
  return groups;
}
