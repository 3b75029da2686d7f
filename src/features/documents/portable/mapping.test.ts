import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import type { Body } from "../bodies/body-rules";
import { writeBodyMarkdown } from "../bodies/convert/body-to-markdown-rules";
import { type Claim, emptyContent, itemsAt, valueAt } from "../field-rules";
import { assemble } from "./assemble-rules";
import type { Findings, Found } from "./found-rules";
import { labelTable } from "./label-rules";
import { mapJson } from "./map-json-rules";
import { mapMarkdown } from "./map-markdown-rules";
import { parseJson } from "./scan-json-rules";

const table = labelTable(personaKind.fields, personaKind.importRules);
const personas = (text: string) => mapMarkdown(table, text, "file.md");

function contentOf(found: Found | undefined, around: Findings["around"] = []): Record<string, unknown> {
  const content = { ...emptyContent(personaKind.fields), title: found?.title };
  assemble(content, [...(found?.pieces ?? []), ...around], {
    fields: personaKind.fields,
    rest: "story",
    source: "file.md",
  });
  return content;
}

const only = (text: string) => contentOf(personas(text).found[0]);
const storyOf = (content: unknown) => writeBodyMarkdown((valueAt(content, ["story"]) ?? null) as Body);
const claims = (content: unknown, section: string) =>
  (itemsAt(content, ["claims", section]) as readonly Claim[]).map(({ text }) => text);

describe("headings name sections", () => {
  test.each([
    ["Goals", "goals"],
    ["## 3. Personal goals:", "goals"],
    ["Ziele", "goals"],
    ["目标", "goals"],
    ["Needs", "needs"],
    ["What would help?", "needs"],
    ["Bedürfnisse", "needs"],
    ["需求", "needs"],
    ["Pain points", "pains"],
    ["Frustrations", "pains"],
    ["Dislikes", "pains"],
    ["Needs and pain points", "pains"],
    ["Schmerzpunkte", "pains"],
    ["核心痛点", "pains"],
    ["Behaviors & Actions", "behaviours"],
    ["Gewohnheiten", "behaviours"],
    ["行为习惯", "behaviours"],
    ["Motivations", "motivations"],
    ["动机", "motivations"],
    ["Likes", "interests"],
    ["兴趣爱好", "interests"],
    ["Buying criteria", "decision"],
    ["Preferred channels", "channels"],
    ["渠道", "channels"],
    ["Customer journey", "journey"],
    ["Maya’s goals", "goals"],
  ])("%s", (heading, section) => {
    const text = `# Maya\n\n## ${heading.replace(/^#+ /, "")}\n\n- first\n- second\n`;
    expect(claims(only(text), section)).toEqual(["first", "second"]);
  });

  test.each(["**Goals**", "**Goals:**", "Goals:", "__Goals__"])("also as the label %s", (label) => {
    expect(claims(only(`# Maya\n\n${label}\n\n- first\n`), "goals")).toEqual(["first"]);
  });

  test("a heading below one that means a section belongs to it", () => {
    expect(claims(only("# Maya\n\n## Goals\n\n### At work\n\n- first\n"), "goals")).toEqual(["first"]);
  });
});

describe("facts", () => {
  test.each([
    ["Age: 34", { age: 34 }],
    ["**Age:** 34 years old", { age: 34 }],
    ["- **Alter**: 34 Jahre", { age: 34 }],
    ["年龄：34岁", { age: 34 }],
    ["Age: 25–34", { ageFrom: 25, ageTo: 34 }],
    ["Job title: Ward sister", { occupation: "Ward sister" }],
    ["**Location:** Leeds, UK", { location: "Leeds, UK" }],
    ["*25, female, teacher*", { age: 25, pronouns: "female", occupation: "teacher" }],
    ["47, female, married and mother of three", { age: 47, household: "married and mother of three" }],
    ["| Field | Description |\n|---|---|\n| Age | 34 |\n| Lives in | Leeds |", { age: 34, location: "Leeds" }],
    ["> I have an hour.", { quote: "I have an hour." }],
    ["> “I have an hour.”", { quote: "I have an hour." }],
    ["She works at night.", { summary: "She works at night." }],
  ])("%s", (text, expected) => {
    expect(only(`# Maya\n\n${text}\n`)).toMatchObject(expected);
  });

  test("a story is one", () => {
    expect(storyOf(only("# Maya\n\n## Story\n\nUp at **six**.\n\n### Later\n\n> Late.\n"))).toBe(
      "Up at **six**.\n\n### Later\n\n> Late.",
    );
  });

  test("an age that is none is kept as it stands", () => {
    const content = only("# Maya\n\nAge: mid thirties\n");
    expect([content.age, storyOf(content)]).toEqual([null, "Age: mid thirties"]);
  });

  test("a second value for a field of one is kept with the rest", () => {
    const content = only("# Maya\n\nAge: 34\nAge: 35\n");
    expect([content.age, storyOf(content)]).toEqual([34, "Age: 35"]);
  });
});

describe("several in one text", () => {
  test("by headings", () => {
    const { found, around } = personas(
      "# Our personas\n\nRead me.\n\n## 1. Sarah — parent of two\n\n> Quick.\n\n## 2. Marcus — food-truck owner\n\n**Goals**\n\n- Sell\n",
    );
    expect(found.map(({ title }) => title)).toEqual(["Sarah", "Marcus"]);
    expect(found.map((one) => contentOf(one).archetype)).toEqual(["parent of two", "food-truck owner"]);
    expect(storyOf(contentOf(found[0], around))).toContain("Read me.");
  });

  test("by rows of a table", () => {
    const { found } = personas(
      "| Name | Goals | Pains |\n|---|---|---|\n| Ann | Sell<br>• Rest | Noise |\n| Bob | Buy | |\n",
    );
    expect(found.map(({ title }) => title)).toEqual(["Ann", "Bob"]);
    expect(claims(contentOf(found[0]), "goals")).toEqual(["Sell", "Rest"]);
  });

  test.each(["Persona 1: Ann", "角色 1：Ann", "Persona A – Ann", "Nutzer 1: Ann"])("by “%s”", (heading) => {
    expect(personas(`# Overview\n\n### ${heading}\n\nText.\n`).found.map(({ title }) => title)).toEqual(["Ann"]);
  });

  test("sections of one are not taken for several", () => {
    expect(personas("# Maya\n\n## Work\n\n**Goals**\n\n- a\n\n## Goals\n\n- b\n").found).toHaveLength(1);
  });
});

test("claims are assumptions that name the file and the heading", () => {
  const content = only("# Maya\n\n## Personal goals\n\n- first\n\n## Needs\n\n- second\n");
  expect(itemsAt(content, ["claims", "goals"])).toMatchObject([
    { provenance: "assumption", source: "file.md · Personal goals" },
  ]);
  expect(itemsAt(content, ["claims", "needs"])).toMatchObject([{ provenance: "assumption", source: "file.md" }]);
});

test("what has no place stands in the story under its headings, in its order and as it stood", () => {
  const rest = [
    "## Technology skills",
    "- Phone\n- TV\n  1. Series\n  2. *News*",
    "### Car",
    "None, but see [this](https://example.org).",
    "| Day | Way |\n| --- | --- |\n| Monday | Bus |",
    "## Words\n\n```sh\nwalk --fast\n```",
  ].join("\n\n");
  const content = only(`# Maya\n\n${rest}\n`);
  expect(storyOf(content)).toBe(
    rest.replaceAll("*News*", "_News_").replaceAll("  1.", "  1.").replaceAll("  2.", "  2."),
  );
});

test("a table of tags is one piece and stays a table", () => {
  const table =
    '<table>\n<tr>\n<td colspan="2">\n\nboth\n\n</td>\n</tr>\n<tr>\n<td>\n\n- a\n\n</td>\n<td>\n\nb\n\n</td>\n</tr>\n</table>';
  const content = only(`# Maya\n\n## Car\n\n${table}\n\nafter\n`);
  expect(storyOf(content)).toBe(`## Car\n\n${table}\n\nafter`);
  expect(itemsAt(content, ["sections"])).toEqual([]);
});

test("an item or row whose list or table went elsewhere stands by itself", () => {
  const { found } = personas("# Maya\n\n## Car\n\n- a\n  - b\n\n| Day | Way |\n| --- | --- |\n| Monday | Bus |\n");
  const pieces = (found[0]?.pieces ?? []).map((piece) =>
    ["a", "Day | Way"].includes(piece.text) ? { ...piece, to: "claims.goals" } : piece,
  );
  expect(storyOf(contentOf({ title: "Maya", pieces }))).toBe("## Car\n\n- b\n- Monday | Bus");
});

test("segments are read by the same rules", () => {
  const segments = labelTable(segmentKind.fields, segmentKind.importRules);
  const { found } = mapMarkdown(
    segments,
    "# New movers\n\nDefinition: moved lately\n\nSize: 9,540\n\n## Triggers\n\n- A key\n",
    "s.md",
  );
  const content = { ...emptyContent(segmentKind.fields), title: "" };
  assemble(content, found[0]?.pieces ?? [], { fields: segmentKind.fields, rest: "notes", source: "s.md" });
  expect(content).toMatchObject({
    definition: "moved lately",
    sizeEstimate: 9540,
    claims: { triggers: [{ text: "A key" }] },
  });
});

describe("JSON of any shape", () => {
  const json = (value: unknown) => mapJson(table, parseJson(JSON.stringify(value)), "file.json");

  test("is mapped by its keys", () => {
    const { found } = json({
      name: "Maya",
      age: "34",
      jobTitle: "Ward sister",
      painPoints: ["Returns", { text: "Noise", severity: "high" }],
      demographics: { location: "Leeds" },
      favourite_colour: "red",
    });
    const content = contentOf(found[0]);
    expect(found[0]?.title).toBe("Maya");
    expect(content).toMatchObject({ age: 34, occupation: "Ward sister", location: "Leeds" });
    expect(claims(content, "pains")).toEqual(["Returns", "Noise", "high"]);
    expect(storyOf(content)).toBe("## favourite colour\n\nred");
  });

  test("holds several as a list, or under a key", () => {
    expect(json([{ name: "Ann" }, { name: "Bob" }]).found.map(({ title }) => title)).toEqual(["Ann", "Bob"]);
    const { found, around } = json({ about: "us", personas: [{ name: "Ann" }, { name: "Bob" }] });
    expect(found.map(({ title }) => title)).toEqual(["Ann", "Bob"]);
    expect(storyOf(contentOf(found[0], around))).toBe("## about\n\nus");
  });

  test("loses no word", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const { found, around } = mapJson(table, value, "f.json");
        for (const one of found.slice(0, 1)) {
          const said = found.length === 1 ? leavesOf(value).join(" ") : "";
          expect(missingWords(said, { ...contentOf(one, around), title: one.title })).toEqual([]);
        }
      }),
      // The words of a JSON file were once taken with their escapes, so that a backslash before a letter read as lost.
      { examples: [[[{ "": "\\b0" }]], [[{ "": "\\n0" }]]] },
    );
  });
});

function leavesOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leavesOf);
  return value === null ? [] : [String(value)];
}

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

/** Words of the text, Markdown's own aside, that the content doesn't hold. Names of fields count as said. */
function missingWords(text: string, ...contents: readonly unknown[]): readonly string[] {
  const wordsOf = (said: string) =>
    said
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = [...leavesOf(contents), ...keysOf(contents)].join(" ").toLowerCase().normalize("NFC");
  const held = new Set(wordsOf(all));
  const plain = text
    .replace(/&\w{2,8};/g, " ")
    .replace(/<br>/g, " ")
    .replace(/^\s*\d+[.)] /gm, " ");
  return [...new Set(wordsOf(plain))].filter(
    (word) => !held.has(word) && !(/\p{Script=Han}/u.test(word) && all.includes(word)),
  );
}

test("no word of a text is lost, whatever its shape", () => {
  const word = fc.constantFrom(
    "alpha",
    "beta",
    "gamma",
    "delta",
    "goals",
    "needs",
    "age",
    "name",
    "persona",
    "about",
    "quote",
    "34",
    "痛点",
    "目标",
    "story",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
  const block = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, text]) => `${"#".repeat(level)} ${text}`),
    words,
    words.map((text) => `- ${text}`),
    words.map((text) => `  1. ${text}`),
    words.map((text) => `> ${text}`),
    words.map((text) => `**${text}**`),
    fc.tuple(words, words).map(([label, value]) => `**${label}:** ${value}`),
    fc.tuple(words, words).map(([label, value]) => `${label}: ${value}`),
    fc.tuple(words, words, words, words).map(([a, b, c, d]) => `| ${a} | ${b} |\n|---|---|\n| ${c} | ${d} |`),
    fc.tuple(words, words).map(([term, meaning]) => `${term}\n: ${meaning}`),
    words.map((text) => `*${text}* and [${text}](https://example.org)`),
    words.map((text) => `\`\`\`\n${text}\n\`\`\``),
    words.map((text) => `<p>${text}</p>`),
    fc.constant("---"),
    fc.tuple(words, fc.constantFrom("===", "---")).map(([text, under]) => `${text}\n${under}`),
  );
  const labels = personaKind.fields.map(({ label }) => label);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.constantFrom("\n", "\n\n"), (blocks, gap) => {
      const text = blocks.join(gap);
      const { found, around } = personas(text);
      const contents = found.map((one, index) => contentOf(one, index === 0 ? around : []));
      // What a label that is a field's own name says is said by the field.
      const said = [...found.flatMap(({ pieces }) => pieces), ...around].flatMap(({ isSaid, text: own }) =>
        isSaid ? [own] : [],
      );
      // An age of "about 34" is put down as 34.
      expect(missingWords(text, contents, said, labels, "about")).toEqual([]);
    }),
    { numRuns: 400, examples: [[["| age | about 34 |\n|---|---|\n| goals alpha | alpha |"], "\n"]] },
  );
});

/** Real texts, which are not part of the product: beside a checkout, where somebody put them. */
const REAL = fileURLToPath(new URL("../../../../../shared/data/personas/", import.meta.url));
const realTexts = existsSync(REAL)
  ? readdirSync(REAL).filter((name) => name.endsWith(".md") && name !== "README.md")
  : [];
const NONE = `none at ${REAL}, so nothing to test`;

describe.skipIf(realTexts.length === 0)("a real text", () => {
  test.each(realTexts.length === 0 ? [NONE] : realTexts)("%s keeps every word", (name) => {
    const text = readFileSync(`${REAL}${name}`, "utf8");
    const { found, around } = mapMarkdown(table, text, name);
    const contents = found.map((one, index) => contentOf(one, index === 0 ? around : []));
    const pieces = [...found.flatMap((one) => one.pieces), ...around];
    const said = pieces.flatMap(({ isSaid, text: own }) => (isSaid ? [own] : []));
    expect(missingWords(text, contents, said)).toEqual([]);
    expect(pieces.some(({ to, isLabel }) => to !== "story" && !isLabel)).toBe(true);
    for (const content of contents) {
      const seeded = { ...content, portrait: { seed: "rosa", alt: "", picture: null } };
      expect(personaKind.schema.safeParse(seeded).error).toBeUndefined();
      expect(valueAt(content, ["title"])).not.toBe("");
    }
  });
});
