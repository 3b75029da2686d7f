// A body's headings: what the table of contents names, and how they fit into the outline of the page around them.
import { type Body, type BodyNode, bodyText, walkBody } from "./body-rules";

export interface BodyHeading {
  readonly node: BodyNode;
  /** The id of its element; the same words give the same id, so that a link to it lasts. */
  readonly id: string;
  readonly text: string;
  /** As it was chosen, from 1 to 4. */
  readonly level: number;
  /** How deep it lies under the body's own heading: 0 for the highest that is used, and none is left out. */
  readonly depth: number;
}

/** Headings that say something, in the order of reading. */
export function headingsOf(body: Body): readonly BodyHeading[] {
  const found: { readonly node: BodyNode; readonly level: number; readonly text: string }[] = [];
  walkBody(body, (node) => {
    if (node.type !== "heading") return undefined;
    const level = Number(node.attrs?.level);
    const text = bodyText(node);
    if (text !== "") found.push({ node, text, level: level >= 1 && level <= 4 ? level : 1 });
    return false;
  });
  const depths = depthsOf(found.map(({ level }) => level));
  const taken = new Map<string, number>();
  return found.map(({ node, level, text }, place) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60);
    const count = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, count);
    return { node, level, text, depth: depths[place] ?? 0, id: `text-${slug}${count > 1 ? `-${count}` : ""}` };
  });
}

/** How deep headings of these levels lie under what is above them: 0 for the highest that is used, and none is left out. */
export function depthsOf(levels: readonly number[]): readonly number[] {
  const highest = Math.min(...levels);
  let before = -1;
  return levels.map((level) => {
    before = Math.min(level - highest, before + 1);
    return before;
  });
}
