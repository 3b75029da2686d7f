// The guide can't rot silently: what it quotes, where it leads and which keys it names is held against the product's source.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GLOSSARY, TERM_NAMES } from "@/shared/glossary";
import { CHAPTER_NAMES } from "@/shared/guide-chapters";
import { CHAPTERS } from "./components/chapters";
import { APP_SHORTCUTS } from "./shortcut-rules";
import { TERM_CHAPTERS, TERM_PAIRS } from "./term-chapter-rules";

const GUIDE = "src/features/guide/components/chapters";

function filesBelow(folder: string, end: RegExp): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return all.map((path) => join(folder, path).replaceAll("\\", "/")).filter((path) => end.test(path));
}

const CHAPTER_SOURCES = filesBelow(GUIDE, /\.tsx$/).map((path) => ({ path, source: readFileSync(path, "utf8") }));

/** Of every match in the chapters the first group with its file and line. */
function quoted(pattern: RegExp): readonly { readonly where: string; readonly text: string }[] {
  return CHAPTER_SOURCES.flatMap(({ path, source }) =>
    [...source.matchAll(pattern)].map((match) => ({
      where: `${path}:${source.slice(0, match.index).split("\n").length}`,
      text: (match[1] ?? "").replaceAll(/\s+/g, " ").trim(),
    })),
  );
}

/** As a text of its own in the sources, however it is laid out: lines broken anywhere, numbers put in where it is drawn. */
function labelPattern(label: string): RegExp {
  const words = label.split(" ").map((word) =>
    word
      .replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll(/\d+/g, "(?:\\d+|\\$?\\{[^}]*\\})")
      .replaceAll("’", "(?:’|'|&rsquo;|&apos;)"),
  );
  return new RegExp(`["'\`>}]\\s*${words.join("\\s+")}\\s*["'\`<{]`, "u");
}

test("every label that the guide quotes stands somewhere in the product", () => {
  const sources = filesBelow("src", /(components\/.*\.tsx?|src\/ui\/.*\.tsx|-rules\.ts|block-commands\.ts)$/)
    .filter((path) => !path.startsWith("src/features/guide/") && !path.includes(".test."))
    // What is only spoken of in comments is no label.
    .map((path) => readFileSync(path, "utf8").replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, ""))
    .join("\n");
  const labels = quoted(/<Ui>([^<]+)<\/Ui>/g).filter(({ text }) => text !== "/");
  expect(labels.length).toBeGreaterThan(80);
  expect(labels.filter(({ text }) => !labelPattern(text).test(nameKinds(text, sources)))).toEqual([]);
});

/** "New persona" is drawn from `New ${one}`: for labels that name a kind, the sources with the kinds' words put in. */
function nameKinds(label: string, sources: string): string {
  const kind = /\b(persona|segment|scenario)s?\b/.exec(label)?.[1];
  if (!kind) return sources;
  return sources.replaceAll(/\$\{(KIND_PLACES\[kind\]\.)?one\}/g, kind);
}

/** Patterns of the addresses below a workspace that have a page. */
function routes(): readonly RegExp[] {
  const root = "src/app/w/[slug]";
  return filesBelow(root, /\/(page\.tsx|route\.ts)$/)
    .filter((path) => !path.includes("[..."))
    .map((path) => path.slice(root.length).replace(/\/(page\.tsx|route\.ts)$/, ""))
    .map((path) => new RegExp(`^${path.replaceAll(/\[\w+\]/g, "[^/]+")}$`));
}

test("every link in the guide leads to a page of the product, and to a place on it that exists", () => {
  const pages = routes();
  const links = quoted(/\bpath(?:=|: )"([^"]*)"/g);
  expect(links.length).toBeGreaterThan(60);
  const broken = links.filter(({ text }) => {
    const [path = "", anchor] = text.replace(/\?.*$/, "").split("#");
    if (!pages.some((page) => page.test(path))) return true;
    const [, name] = /^\/guide\/(.+)$/.exec(path) ?? [];
    if (name === "glossary") return anchor !== undefined && !(anchor in GLOSSARY);
    const chapter = CHAPTER_NAMES.find((one) => one === name);
    if (name !== undefined && !chapter) return true;
    return anchor !== undefined && !(chapter && CHAPTERS[chapter].sections.some(({ id }) => id === anchor));
  });
  expect(broken).toEqual([]);
});

test("every chapter has something to say, and somewhere to try it", () => {
  for (const name of CHAPTER_NAMES) {
    const { sections, trials } = CHAPTERS[name];
    expect([name, sections.length > 1, trials.some(({ permission }) => !permission)]).toEqual([name, true, true]);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    // Anchors of the chapter's own parts.
    expect(sections.map(({ id }) => id)).not.toContain("words");
    expect(sections.map(({ id }) => id)).not.toContain("try-it");
  }
});

test("every word of the glossary belongs to a chapter, and no pair tells a word from itself", () => {
  expect(Object.keys(TERM_CHAPTERS).sort()).toEqual([...TERM_NAMES].sort());
  for (const [one, other] of TERM_PAIRS) expect(one).not.toBe(other);
});

/** What listens to the keys of each group: a file, and what it says where it does. */
const LISTENERS: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  everywhere: [
    ["src/features/workspaces/components/frame/command-menu.tsx", /=== "k" && \(event\.metaKey \|\| event\.ctrlKey\)/],
    ["src/features/workspaces/components/frame/use-guide-key.ts", /event\.key !== "\/" \|\| !\(event\.metaKey/],
  ],
  "on-a-document": [
    ["src/features/documents/drafts/components/undo-keys.ts", /=== "z"\) return shiftKey \? "redo" : "undo"/],
    ["src/features/documents/sheet/components/claim-row.tsx", /key === "Enter"\) onEnter\(\)/],
    ["src/features/documents/sheet/components/claim-row.tsx", /key === "Backspace" && isEmpty\) remove\(\)/],
    ["src/features/documents/sheet/components/claim-row.tsx", /altKey && event\.key === "ArrowUp"/],
    ["src/features/documents/sheet/components/claim-row.tsx", /altKey && event\.key === "ArrowDown"/],
    ["src/features/documents/sheet/components/text-in-place.tsx", /key === "Escape"\) event\.currentTarget\.blur/],
    [
      "src/features/documents/threads/components/thread-composer.tsx",
      /key === "Enter" && \(event\.metaKey \|\| event\.ctrlKey\)/,
    ],
  ],
  "in-a-rule": [
    ["src/features/segments/building/components/row-menu.tsx", /up: "Alt \+ ↑"/],
    ["src/features/segments/building/components/row-menu.tsx", /down: "Alt \+ ↓"/],
    ["src/features/segments/building/components/row-menu.tsx", /into: "Alt \+ Shift \+ →"/],
    ["src/features/segments/building/components/row-menu.tsx", /out: "Alt \+ Shift \+ ←"/],
  ],
  comparing: [
    ["src/features/documents/comparison/components/use-change-jump.ts", /\{ n: 1, p: -1 \}/],
    ["src/features/documents/comparison/components/use-change-jump.ts", /\{ ArrowDown: 1, ArrowUp: -1 \}/],
  ],
  reviewing: [
    ["src/features/reviews/deciding/components/still-true-key.tsx", /toLowerCase\(\) !== "t"/],
    ["src/features/reviews/room/components/review-room.tsx", /ArrowRight: 1, ArrowLeft: -1/],
    ["src/features/reviews/room/components/room-votes.tsx", /\{ a: "approve", c: "change", r: "retire" \}/],
    ["src/features/reviews/room/components/claim-marks.tsx", /\{ k: "keep", c: "change", r: "remove", u: "unsure" \}/],
  ],
  notifications: [
    ["src/features/notifications/components/notice-rows.tsx", /key === "ArrowDown" \|\| event\.key === "ArrowUp"/],
    ["src/features/notifications/components/notice-rows.tsx", /key === "e"/],
    ["src/features/notifications/components/notice-rows.tsx", /key === "s"\) snooze/],
    ["src/features/notifications/components/notice-rows.tsx", /key === "u"\) acts\.toggleRead/],
  ],
};

test("every key that the guide names is listened to", () => {
  expect(APP_SHORTCUTS.map(({ id }) => id).sort()).toEqual(Object.keys(LISTENERS).sort());
  const deaf = Object.values(LISTENERS)
    .flat()
    .filter(([path, says]) => !says.test(readFileSync(path, "utf8")));
  expect(deaf).toEqual([]);
});
