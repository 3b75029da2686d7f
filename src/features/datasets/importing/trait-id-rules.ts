// Ids of traits: made of their names once, and the same for the same name in every snapshot of a dataset.
const MAX_ID = 60;

/** Lower-case letters, digits and _, beginning with a letter. Names without any such letter get their code points' sum. */
export function idOfName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const hasLetter = /[a-z]/.test(plain);
  const id = hasLetter ? plain : `column_${plain ? `${plain}_` : ""}${checksum(name)}`;
  return (/^[a-z]/.test(id) ? id : `c_${id}`).slice(0, MAX_ID).replace(/_+$/, "");
}

function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (const character of text) {
    sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return sum.toString(36);
}

/** Ids by name, all different. What was known by a name before keeps its id, and nothing else gets it. */
export function assignIds(
  names: readonly string[],
  known: readonly { readonly id: string; readonly label: string }[],
): ReadonlyMap<string, string> {
  const before = new Map(known.map(({ id, label }) => [label, id]));
  const taken = new Set(known.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const name of names) {
    const kept = before.get(name);
    const id = kept ?? freeId(idOfName(name), taken);
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`;
    const id = `${wanted.slice(0, MAX_ID - suffix.length)}${suffix}`;
    if (!taken.has(id)) return id;
  }
}
