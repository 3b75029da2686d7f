import * as Y from "yjs";

/** The words that an update adds, of those who count: a line for each stretch that was written in one go. */
export function wordsIn(update: Uint8Array, counts: (client: number) => boolean): string {
  const lines: string[] = [];
  let end: { readonly client: number; readonly clock: number } | null = null;
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item) || !counts(struct.id.client)) continue;
    const { content, origin } = struct;
    if (!(content instanceof Y.ContentString)) continue;
    const goesOn = end !== null && origin !== null && origin.client === end.client && origin.clock === end.clock;
    if (goesOn) lines.push((lines.pop() ?? "") + content.str);
    else lines.push(content.str);
    end = { client: struct.id.client, clock: struct.id.clock + struct.length - 1 };
  }
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
