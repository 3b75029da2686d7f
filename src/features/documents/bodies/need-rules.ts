// Needs as a list beside the text shows them.
import { type Body, bodyText, walkBody } from "./body-rules";

export interface ListedNeed {
  /** Its place among all needs of the text, those without words counted, as the text has an element for each. */
  readonly nth: number;
  readonly text: string;
}

/** Those that say something, in the order of reading. */
export function listedNeeds(body: Body): readonly ListedNeed[] {
  const needs: ListedNeed[] = [];
  let nth = 0;
  walkBody(body, (node) => {
    if (node.type !== "need") return undefined;
    const text = bodyText(node);
    if (text !== "") needs.push({ nth, text });
    nth += 1;
    return false;
  });
  return needs;
}
