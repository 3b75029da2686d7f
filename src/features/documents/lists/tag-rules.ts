// Words that a team sorts its documents by.

export const MAX_TAG = 40;
/** On one document. */
export const MAX_TAGS = 20;
/** Documents that are changed at once. */
export const MAX_BATCH = 100;

/** In one normal form, without spaces around it. */
export function normalTag(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Two tags with the same key are one, however they are written. */
export function tagKey(tag: string): string {
  return normalTag(tag).toLocaleLowerCase("en");
}

/** The tags after taking some away and adding others, each once, in the order of the alphabet. */
export function changedTags(
  tags: readonly string[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): readonly string[] {
  const kept = new Map(tags.map((tag) => [tagKey(tag), tag]));
  for (const tag of change.remove) kept.delete(tagKey(tag));
  for (const tag of change.add) if (!kept.has(tagKey(tag))) kept.set(tagKey(tag), normalTag(tag));
  return [...kept.values()].sort((one, two) => one.localeCompare(two, "en"));
}
