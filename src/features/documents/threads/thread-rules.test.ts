import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PERSONA_FIELDS } from "../../personas/persona-rules";
import {
  bodyOf,
  commentParts,
  commentText,
  deleteBlock,
  editBlock,
  matchingPeople,
  mentionedIn,
  mentionOf,
  mentionQuery,
  placeLabel,
  quoteOf,
  replyBlock,
  resolveBlock,
  typedOf,
  withNames,
} from "./thread-rules";

const ANA = { userId: "0b0e6b2c-1111-4222-8333-444455556666", name: "Ana" };
const ANA_MARIA = { userId: "0b0e6b2c-2222-4222-8333-444455556666", name: "Ana Maria" };

describe("a comment's text", () => {
  test("is taken apart into words, mentions and addresses, and nothing is lost", () => {
    const body = `Ask ${mentionOf(ANA)}: see https://example.org/a?b=1, then (http://example.org/x).`;
    expect(commentParts(body)).toEqual([
      { kind: "text", text: "Ask " },
      { kind: "mention", ...ANA },
      { kind: "text", text: ": see " },
      { kind: "link", href: "https://example.org/a?b=1" },
      { kind: "text", text: ", then (" },
      { kind: "link", href: "http://example.org/x" },
      { kind: "text", text: ")." },
    ]);
    expect(commentText(body)).toBe("Ask @Ana: see https://example.org/a?b=1, then (http://example.org/x).");
  });

  test("holds no other link than to the web, whatever is written", () => {
    for (const body of ["javascript:alert(1)", "data:text/html,<b>", "[x](javascript:alert(1))", "<a href='x'>"]) {
      expect(commentParts(body)).toEqual([{ kind: "text", text: body }]);
    }
  });

  test("keeps every character, whatever it is", () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom(mentionOf(ANA), "https://a.example", "@[", "](", "\n", "@Ana "));
    fc.assert(
      fc.property(fc.array(odd), (pieces) => {
        const body = pieces.join("");
        expect(withNames(body, () => undefined)).toBe(body);
      }),
    );
  });

  test("mentions each person once, and nobody by a name alone", () => {
    expect(mentionedIn(`${mentionOf(ANA)} ${mentionOf(ANA)} @Ben`)).toEqual([ANA.userId]);
    expect(mentionedIn("@[Ana](not-an-id)")).toEqual([]);
  });

  test("can't make somebody say another name: mentions get the name of their person", () => {
    expect(withNames(`@[The boss](${ANA.userId}) agrees`, () => "Ana")).toBe(`${mentionOf(ANA)} agrees`);
    expect(mentionOf({ ...ANA, name: "A [very] odd](name" })).toBe(`@[A (very) odd)(name](${ANA.userId})`);
  });
});

describe("what one types", () => {
  test("becomes mentions of the people that were chosen, the longer name first", () => {
    const people = [ANA, ANA_MARIA];
    expect(bodyOf({ text: "@Ana Maria and @Ana, not @Anabel", people })).toBe(
      `${mentionOf(ANA_MARIA)} and ${mentionOf(ANA)}, not @Anabel`,
    );
    expect(bodyOf({ text: "@Ben", people })).toBe("@Ben");
  });

  test("tells two people of one name apart by the order in which they were chosen", () => {
    const other = { ...ANA, userId: ANA_MARIA.userId };
    expect(bodyOf({ text: "@Ana @Ana", people: [ANA, other] })).toBe(`${mentionOf(ANA)} ${mentionOf(other)}`);
  });

  test("comes back as it was for who changes a comment", () => {
    const body = `Ask ${mentionOf(ANA_MARIA)} and ${mentionOf(ANA)}.`;
    expect(bodyOf(typedOf(body))).toBe(body);
  });

  test.each([
    ["@", ""],
    ["Hello @an", "an"],
    ["(@Ana Mar", "Ana Mar"],
    ["mail ana@exa", null],
    ["Hello", null],
    ["@Ana\nnext", null],
  ])("%j asks for %j", (text, query) => expect(mentionQuery(text)).toBe(query));

  test("finds people by the beginning of any of their names, accents aside", () => {
    const people = [{ name: "Inés Ruiz" }, { name: "Ben Osei" }];
    expect(matchingPeople(people, "ine")).toEqual([{ name: "Inés Ruiz" }]);
    expect(matchingPeople(people, "os")).toEqual([{ name: "Ben Osei" }]);
    expect(matchingPeople(people, "")).toEqual(people);
    expect(matchingPeople(people, "zz")).toEqual([]);
  });
});

test("a quote is one line, cut at a whole character", () => {
  expect(quoteOf("  two\n lines ")).toBe("two lines");
  const long = quoteOf("😀".repeat(500));
  expect([...long]).toHaveLength(240);
  expect(long.isWellFormed()).toBe(true);
});

test("a place is called by its field, and one that no field has by nothing", () => {
  expect(placeLabel(PERSONA_FIELDS, "archetype")).toBe("Archetype");
  expect(placeLabel(PERSONA_FIELDS, `claims.goals.${ANA.userId}`)).toBe("Goals");
  expect(placeLabel(PERSONA_FIELDS, "claims.goalsX")).toBeNull();
});

test("who may do what is said in one sentence, or nothing stands in the way", () => {
  expect(replyBlock({ isResolved: false })).toBeNull();
  expect(replyBlock({ isResolved: true })).toMatch(/Reopen/);
  expect(resolveBlock({ isOwn: true, mayReview: false })).toBeNull();
  expect(resolveBlock({ isOwn: false, mayReview: true })).toBeNull();
  expect(resolveBlock({ isOwn: false, mayReview: false })).toMatch(/reviewer/);
  expect(editBlock({ isOwn: true })).toBeNull();
  expect(editBlock({ isOwn: false })).toMatch(/wrote/);
  expect(deleteBlock({ isOwn: false, mayModerate: true })).toBeNull();
  expect(deleteBlock({ isOwn: false, mayModerate: false })).toMatch(/admin/);
});
