import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalBody, oddBody } from "@/testing/odd-body";
import { BODY_MARKS, type Body, bodyProblem, bodyText } from "../body-rules";
import { bodySchema } from "../body-schema";
import { readBodyMarkdown } from "./body-from-markdown-rules";
import { writeBodyMarkdown } from "./body-to-markdown-rules";
import { MARK_ORDER } from "./markdown-parts-rules";

/** Throws for what the schema doesn't allow. */
function checked(body: Body): Body {
  expect(bodyProblem(body)).toBeNull();
  if (body) bodySchema().nodeFromJSON(body).check();
  return body;
}
const read = (text: string) => checked(readBodyMarkdown(text));
const again = (text: string) => writeBodyMarkdown(read(text));

describe("prose as Markdown", () => {
  test("reads back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(oddBody, (body) => {
        expect(checked(normalBody(readBodyMarkdown(writeBodyMarkdown(body))))).toEqual(body);
      }),
      { numRuns: 300 },
    );
  });

  test("also a few levels deeper, with no line that could be a section of a larger text", () => {
    fc.assert(
      fc.property(oddBody, (body) => {
        const text = writeBodyMarkdown(body, { shift: 2 });
        expect(text).not.toMatch(/^##? /m);
        expect(normalBody(readBodyMarkdown(text, { shift: 2 }))).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });

  test("lists marks in the order of the schema", () => {
    const ranks = Object.keys(bodySchema().marks).filter((name) => name !== "comment");
    expect([...MARK_ORDER].sort((one, other) => ranks.indexOf(one) - ranks.indexOf(other))).toEqual(MARK_ORDER);
    expect([...MARK_ORDER].sort()).toEqual(
      Object.keys(BODY_MARKS)
        .filter((name) => name !== "comment")
        .sort(),
    );
  });

  test.each([
    ["a heading, emphasis and a link", "## Monday\n\nShe is **very** _late_ for [work](https://example.org)."],
    ["lists in lists", "1. one\n2. two\n   - a\n   - b\n     - [x] done\n     - [ ] open"],
    ["a table", "| Step | Feeling |\n| --- | :-: |\n| Wait | **bad** |\n| Go | a<br>b |"],
    ["code", "```ts\nconst a = `b`;\n```"],
    ["a callout", "> [!WARNING]\n> Mind the gap.\n>\n> - one"],
    ["quotes", "> one\n>\n> > two"],
    ["words that need no marks", "R&D, snake_case, 5 * 3 * 2, C#, a|b, hello! (yes) a~b 10 > 9 & AT&T"],
  ])("is written as people write %s", (_, text) => {
    expect(again(text)).toBe(text);
  });

  test("is written with tags where a mark stands in a word or around a space", () => {
    expect(again("a <b>b </b>c <u>d</u> <mark>e</mark>")).toBe("a <b>b </b>c <u>d</u> <mark>e</mark>");
  });
});

describe("somebody else's Markdown", () => {
  test.each<[string, string, string]>([
    [
      "a link elsewhere than the web leaves its words",
      "[a](javascript:alert(1)) [b](/c)",
      "a (javascript:alert(1)) b (/c)",
    ],
    [
      "a picture of another site is a link",
      "![A cat](https://example.org/cat.png)",
      "[A cat](https://example.org/cat.png)",
    ],
    ["a definition of a link that nobody uses stays", "[a]: https://example.org", "\\[A\\]: https://example.org"],
    ["a link by its definition", "[a][b]\n\n[b]: https://example.org", "[a](https://example.org)"],
    ["a heading of the fifth level is one of the fourth", "##### a", "#### a"],
    ["a heading under lines", "a\n===\n\nb\n---", "# a\n\n## b"],
    ["HTML", "<p>a <b>b</b></p>\n\n<script>c</script>\n\n<div>d</div>", "a **b**\n\nd"],
    ["tags that there aren't", "a <Foo bar> b", "a \\<Foo bar> b"],
    ["items with a box and without", "- [ ] a\n- b", "- [ ] a\n\n* b"],
  ])("%s", (_, text, expected) => {
    expect(again(text)).toBe(expected);
  });

  test("loses no word and is always prose that the schema knows", () => {
    const unit = fc.constantFrom(
      ..."# |## |- |* |1. |> |[ ] |[x] |**|_|~~|`|```|\n|\n\n|  |    |\t|| a | b ||---|[|](|https://x.org/)|)|![|<b>|</b>|>|&amp;|\\|---|===|alpha|beta|gamma|delta|epsilon|[!NOTE]|<!-- need {} -->|<table>|<td>|</td>|</table>|\n<tr>\n\n".split(
        /\|(?!\|| a | b |---)/,
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join("");
        const said = JSON.stringify(read(text)).toLowerCase();
        const words = text.match(/alpha|beta|gamma|delta|epsilon/g) ?? [];
        for (const word of words) expect(said).toContain(word);
      }),
      { numRuns: 1_000 },
    );
  });

  test("of any shape is read within a second", () => {
    const units =
      "[|]|[a](|![|[[a]|`|` ``|*|*a |**a *b |_a|~~a |> |>|- |1. |\n- |<a |<!-- |<b>|&a|\\|a\n|[a]: b\n|[a](<|a  \n|\t|# a\n|```\n|<div>\n\n|<table>\n\n<tr>\n\n|<table><tr><td>\n\n".split(
        "|",
      );
    for (const unit of [...units, "|a", "a|b\n-|-\n", "|a|b|\n"]) {
      const start = performance.now();
      try {
        readBodyMarkdown(unit.repeat(Math.floor(60_000 / unit.length)));
      } catch (error) {
        expect(error).toMatchObject({ code: "LIMIT" });
      }
      expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(1_000);
    }
  }, 60_000);

  test("nested without end is refused in words, and deep lists are flattened with their words", () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, at) => `${"  ".repeat(at)}- word${at}`).join("\n");
    expect(() => readBodyMarkdown(nested(1_000))).toThrow(/nested more deeply/);
    expect(() => readBodyMarkdown(">".repeat(5_000))).toThrow(/nested more deeply/);
    expect(bodyText(read(nested(25))).split("\n")).toHaveLength(25);
  });
});
