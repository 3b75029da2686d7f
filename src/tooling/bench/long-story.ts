// A scenario whose story is as long as they may get, about a hundred pages, and what it becomes by a thorough revision.
import type { Body, BodyNode } from "@/features/documents/bodies/body-rules";
import { scenarioKind } from "@/features/scenarios/scenario-kind";

const PAGES = 100;
/** Paragraphs of a page. */
const PARAGRAPHS = 5;
const WORDS =
  "she waits for the bus in the rain and reads on her phone that it comes ten minutes late because a road is closed while others walk home under one umbrella and talk about what the week has brought".split(
    " ",
  );

const text = (words: string): BodyNode => ({ type: "text", text: words });
const paragraph = (words: string): BodyNode => ({ type: "paragraph", content: [text(words)] });

function prose(seed: number, length: number): string {
  return Array.from({ length }, (_, at) =>
    at % 11 === 3 ? `${seed * 7 + at}` : WORDS[(seed + at * at) % WORDS.length],
  ).join(" ");
}

export function longStory(title: string) {
  const pages = Array.from({ length: PAGES }, (_, page): readonly BodyNode[] => [
    { type: "heading", attrs: { level: 2 }, content: [text(`Chapter ${page + 1}`)] },
    ...Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(prose(page * PARAGRAPHS + at, 90))),
    {
      type: "bulletList",
      content: [1, 2, 3].map((at) => ({ type: "listItem", content: [paragraph(prose(page + at * 1_000, 8))] })),
    },
  ]);
  return scenarioKind.schema.parse({ ...scenarioKind.empty(title), story: { type: "doc", content: pages.flat() } });
}

/** Of ten blocks four have other words, one is gone, one is new and one has moved by a page. */
export function revisedStory(content: ReturnType<typeof longStory>) {
  const blocks = content.story?.content ?? [];
  const revised = blocks.flatMap((block, at): readonly BodyNode[] => {
    if (at % 10 === 9) return [];
    if (at % 10 === 8) return [block, paragraph(prose(at + 50_000, 60))];
    if (at % 10 === 7) return [blocks[at + 10] ?? block];
    return at % 10 < 4 ? [reworded(block)] : [block];
  });
  const story: Body = { type: "doc", content: revised };
  return scenarioKind.schema.parse({ ...content, story });
}

function reworded({ text: words, content, ...node }: BodyNode): BodyNode {
  return {
    ...node,
    ...(content && { content: content.map(reworded) }),
    ...(words !== undefined && {
      text: words
        .split(" ")
        .map((word, at) => (at % 17 === 4 ? "differently" : word))
        .join(" "),
    }),
  };
}
