import { describe, expect, it } from "vitest";
import { markWords, plainText, plainWords, snippetOf } from "../search/snippet-rules";
import { isNarrowed, listQuery, paramsRecord, readListAddress, sortOf } from "./list-filter-rules";
import { toggledRange } from "./list-selection-rules";
import { changedTags, tagKey } from "./tag-rules";

const read = (query: string) => readListAddress(paramsRecord(new URLSearchParams(query)));

describe("a list's address", () => {
  const id = "11111111-1111-4111-8111-111111111111";

  it.each([
    "",
    "state=draft",
    "freshness=overdue&verifier=me",
    "text=mü+%26+co&tag=Café&tag=Retail",
    `owner=me&segment=${id}&view=table`,
    `owner=${id}&facet=primary&sort=title&order=desc`,
    `persona=${id}&segment=${id}&view=cast`,
  ])("reads as it was written: %s", (query) => {
    const address = read(query);
    expect(read(listQuery(address))).toEqual(address);
    expect(new Set(new URLSearchParams(listQuery(address)))).toEqual(new Set(new URLSearchParams(query)));
  });

  it("leaves out what it can't read", () => {
    const query = `state=x&freshness=old&verifier=you&owner=you&segment=1&sort=size&order=up&view=wall&tag=&tag=${"x".repeat(41)}&text=%20`;
    expect(read(query)).toEqual({ filter: {}, view: "grid" });
    expect(read("state=draft&state=retired").filter).toEqual({});
  });

  it("is narrowed by filters, and not by order", () => {
    expect(isNarrowed(read("sort=title&order=asc&view=table").filter)).toBe(false);
    expect(isNarrowed(read("state=retired").filter)).toBe(true);
    expect(sortOf({})).toEqual({ sort: "changed", order: "desc" });
    expect(sortOf({ sort: "title" })).toEqual({ sort: "title", order: "asc" });
  });
});

describe("choosing rows", () => {
  const order = ["a", "b", "c", "d", "e"];
  const chosen = (...ids: string[]) => new Set(ids);

  it.each([
    ["one", chosen(), "b", null, ["b"]],
    ["and letting go", chosen("b"), "b", null, []],
    ["down to the one", chosen("b"), "d", "b", ["b", "c", "d"]],
    ["up to the one", chosen("d"), "b", "d", ["b", "c", "d"]],
    ["a range away", chosen("a", "b", "c"), "c", "a", []],
    ["with a start that is gone", chosen("b"), "d", "x", ["b", "d"]],
    ["and forgetting what is no longer there", chosen("x", "a"), "b", null, ["a", "b"]],
  ])("takes %s", (_what, before, id, from, after) => {
    expect([...toggledRange(order, before, id, from)].sort()).toEqual(after);
  });
});

describe("tags", () => {
  it("are the same in every normal form and case", () => {
    expect(tagKey(" CAFE\u0301  au lait ")).toBe(tagKey("café au lait"));
  });

  it("are each there once, sorted, and removing comes before adding", () => {
    const change = { add: ["b", "A", "a"], remove: ["C", "x"] };
    expect(changedTags(["c", "d"], change)).toEqual(["A", "b", "d"]);
    expect(changedTags(["Retail"], { add: ["retail"], remove: [] })).toEqual(["Retail"]);
    expect(changedTags(["Retail"], { add: ["retail"], remove: ["RETAIL"] })).toEqual(["retail"]);
  });
});

describe("a found text", () => {
  const marked = (text: string, typed: string) =>
    markWords(text, plainWords(typed))
      .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
      .join("");

  it.each([
    ["Café au lait", "cafe", "[Café] au lait"],
    ["CAFÉ", "café", "[CAFÉ]"],
    ["Cafe\u0301s", "cafe", "[Cafe\u0301]s"],
    ["Große Straße", "strasse", "Große [Straße]"],
    ["Ærlig Øl", "aer ol", "[Ær]lig [Øl]"],
    ["a cat concatenates", "cat", "a [cat] concatenates"],
    ["concatenates", "cat", "con[cat]enates"],
    ["北京的买家", "买家", "北京的[买家]"],
    ["<b>bold</b>", "bold", "<b>[bold]</b>"],
    ["nothing", "x", "nothing"],
    ["a.b*c", "b*", "a.[b]*c"],
    ["😀 smile", "smile", "😀 [smile]"],
    ["", "x", ""],
  ])("marks %s for %s", (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it("is the one with most of the words, cut around the first of them", () => {
    const long = `${"before ".repeat(40)}needle and thread${" after".repeat(40)}`;
    const found = snippetOf(
      [
        { label: "One", text: "needle" },
        { label: "Two", text: long },
      ],
      ["needle", "thread"],
    );
    const text = found?.parts.map((part) => part.text).join("") ?? "";
    expect(found?.label).toBe("Two");
    expect(text).toMatch(/^… before .*needle and thread.* after …$/);
    expect(text.length).toBeLessThan(180);
    expect(snippetOf([{ label: "One", text: "hay" }], ["needle"])).toBeNull();
  });

  it("loses nothing and invents nothing, whatever it holds", () => {
    for (const text of ["\ud83d", "e\u0301\u0302", "\u0301x", "ﬁ ligature", "İstanbul", "x".repeat(5_000)]) {
      expect(
        markWords(text, plainWords("x is fi e"))
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }
    expect(plainText("İSTANBUL")).toBe("istanbul");
  });
});
