// What a new scenario may start from. Each brings the headings of a story with a few words under them to write on from.
import type { BodyNode } from "../documents/bodies/body-rules";
import type { Template } from "../documents/template-rules";

const text = (words: string): BodyNode => ({ type: "text", text: words });
const paragraph = (...words: readonly string[]): BodyNode =>
  words.length > 0 ? { type: "paragraph", content: words.map(text) } : { type: "paragraph" };
const heading = (words: string): BodyNode => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
const need = (words: string): BodyNode => ({ type: "need", attrs: { id: null }, content: [text(words)] });
const callout = (words: string): BodyNode => ({
  type: "callout",
  attrs: { tone: "tip" },
  content: [paragraph(words)],
});
const beat = (emotion: number, words: string): BodyNode => ({
  type: "storyBeat",
  attrs: { emotion },
  content: [paragraph(words)],
});
const list = (...items: readonly string[]): BodyNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});

/** The parts of a scenario, in the order in which they are told. */
const PARTS = {
  who: "Who and where",
  trigger: "What sets it off",
  story: "The story",
  expect: "What they expect",
  end: "How it ends",
  offer: "What we must offer",
  open: "Open questions",
} as const;
type Part = keyof typeof PARTS;

/** A story with all parts, those that nothing is given for with an empty line to write on. */
function story(given: Partial<Record<Part, readonly BodyNode[]>>): BodyNode {
  return {
    type: "doc",
    content: (Object.keys(PARTS) as Part[]).flatMap((part) => [
      heading(PARTS[part]),
      ...(given[part] ?? [paragraph()]),
    ]),
  };
}

export const SCENARIO_SKELETON: BodyNode = story({});

export const SCENARIO_TEMPLATES: Readonly<Record<string, Template>> = {
  "first-time": {
    label: "Context: somebody meets us for the first time",
    title: "The first time",
    line: "What is going on in their life, before there is any product in the story.",
    set: {
      kind: "context",
      status: "drafting",
      summary: "Something changes, the old way no longer does, and they look around.",
      story: story({
        who: [
          callout("Write in the present, about one person on one day. What do they hold in their hands?"),
          paragraph("It is a weekday evening at home, after everything else is done."),
        ],
        trigger: [paragraph("Something that worked for years doesn't any more.")],
        story: [
          beat(-1, "They notice it at the worst moment, and put up with it once."),
          beat(0, "They ask somebody whom they trust, and look at what comes up first."),
          beat(1, "One thing seems to fit. They want to believe it, and look for the catch."),
        ],
        expect: [list("To understand within a minute whether it is for them", "Not to be asked for anything yet")],
        end: [paragraph("They know what they will do next, or they have given up; say which, and why.")],
        offer: [need("Say for whom it is, and for whom it isn't.")],
        open: [list("Whom did they really ask first?")],
      }),
    },
  },
  "main-road": {
    label: "Key path: the way that most of them go",
    title: "The usual way",
    line: "The one path that has to work every time, step by step.",
    set: {
      kind: "key-path",
      status: "drafting",
      summary: "They come with a clear aim, and take the way that most people take.",
      story: story({
        who: [paragraph("They have done it before, and have little time today.")],
        trigger: [paragraph("It is that time of the week again.")],
        story: [
          callout("Tell what the person does and what happens to them, not which button there is."),
          beat(0, "They begin where they left off."),
          beat(-1, "Something isn't where it was, or isn't there. They go around it."),
          beat(2, "It is done sooner than they feared."),
        ],
        expect: [
          list("That it remembers what they did the last time", "That nothing is lost when they are interrupted"),
        ],
        end: [paragraph("They are back at what they were doing before.")],
        offer: [need("Let them go on from where they were."), need("Say how long it will take before they begin.")],
        open: [list("What do they do when they are interrupted half-way?")],
      }),
    },
  },
  "goes-wrong": {
    label: "Validation: something goes wrong",
    title: "When it goes wrong",
    line: "A way that few go, to test whether what we offer holds.",
    set: {
      kind: "validation",
      status: "drafting",
      summary: "The usual way is closed. What do they do, and what does it cost them?",
      story: story({
        who: [paragraph("The same person as in the usual way, on a bad day.")],
        trigger: [paragraph("What they counted on isn't there.")],
        story: [
          beat(-1, "They find out later than they could have."),
          beat(-2, "They try what worked before, and are sent back to the beginning."),
          beat(0, "Somebody, or something, tells them what is possible now."),
        ],
        expect: [list("The truth, early", "A way out that costs less than starting again")],
        end: [
          {
            type: "table",
            content: [
              ["What could happen", "What it costs them"],
              ["They wait", ""],
              ["They go elsewhere", ""],
            ].map((cells, row) => ({
              type: "tableRow",
              content: cells.map((words) => ({
                type: row === 0 ? "tableHeader" : "tableCell",
                attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
                content: [words === "" ? paragraph() : paragraph(words)],
              })),
            })),
          },
        ],
        offer: [need("Tell them before they set out."), need("Offer the next best thing in the same place.")],
        open: [list("How often does it happen, and to whom?")],
      }),
    },
  },
};
