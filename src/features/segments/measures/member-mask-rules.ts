// Ids of customers as they are shown: enough to tell them apart, not enough to look somebody up. Exports have them whole.

/** "••••4217"; of short ids less. */
export function maskedId(id: string): string {
  const characters = [...id];
  const shown = Math.min(4, Math.floor(characters.length / 3));
  return `••••${characters.slice(characters.length - shown).join("")}`;
}
