// What a new scenario may start from.
import type { BodyNode } from "../documents/bodies/body-rules";
import type { Template } from "../documents/template-rules";

const SKELETON = [
  "Who and where",
  "What sets it off",
  "The story",
  "What they expect",
  "How it ends",
  "What we must offer",
  "Open questions",
];

export const SCENARIO_SKELETON: BodyNode = {
  type: "doc",
  content: SKELETON.flatMap((heading): BodyNode[] => [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: heading }] },
    { type: "paragraph" },
  ]),
};

export const SCENARIO_TEMPLATES: Readonly<Record<string, Template>> = {};
