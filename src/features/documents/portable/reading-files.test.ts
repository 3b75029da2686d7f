import fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { personaKind } from "@/features/personas/persona-kind";
import { anyContent } from "@/testing/any-content";
import { normalBody, oddBody } from "@/testing/odd-body";
import { type BodyNode, bodyText, walkBody } from "../bodies/body-rules";
import { readBodyHtml } from "../bodies/convert/body-from-html-rules";
import { writeBodyHtml } from "../bodies/convert/body-to-html-rules";
import { documentBody } from "./document-body-rules";
import { writeDocx } from "./write-docx";
import { writeHtml } from "./write-html-rules";

const FACTS = [["Version", "v3, published on 2026-11-22 by Ana <b>"]] as const;
const letters = (text: string) => text.toWellFormed().replace(/[^\p{L}\p{N}]/gu, "");
/** What only stands on the page in a tooltip or nowhere: sources of quotes and words of pictures. */
function wordsOf(body: BodyNode | null): readonly string[] {
  const words: string[] = [];
  walkBody(body, ({ text }) => {
    if (text !== undefined) words.push(letters(text));
    return undefined;
  });
  return words.filter((word) => word !== "");
}

describe("a document for reading", () => {
  test("as HTML has every word, and nothing of it is markup", () => {
    fc.assert(
      fc.property(anyContent(personaKind), (content) => {
        const body = documentBody(personaKind.fields, content);
        const page = writeHtml(content.title, FACTS, body);
        expect(page).toContain("by Ana &lt;b&gt;");
        expect(page).not.toMatch(/<script|javascript:|\son\w+=/i);
        const said = letters(bodyText(readBodyHtml(page)));
        for (const word of wordsOf(body)) expect(said).toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  test("keeps our own nodes in HTML", () => {
    fc.assert(
      fc.property(oddBody, (body) => {
        const types = (value: typeof body, of: readonly string[]) => {
          const list: unknown[] = [];
          walkBody(value, ({ type, attrs }) => {
            if (of.includes(type)) list.push([type, attrs?.id ?? attrs?.document ?? attrs?.emotion]);
            return undefined;
          });
          return list;
        };
        const again = normalBody(readBodyHtml(writeBodyHtml(body)));
        const own = ["claimEmbed", "documentChip"];
        expect(types(again, own)).toEqual(types(body, own));
      }),
      { numRuns: 60 },
    );
  });

  test("as a Word document has every word, and a page before it that says what it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyContent(personaKind), async (content) => {
        const body = documentBody(personaKind.fields, content);
        const { value } = await mammoth.extractRawText({ buffer: await writeDocx(content.title, FACTS, body) });
        const said = letters(value);
        expect(said).toContain(letters(FACTS[0][1]));
        for (const word of wordsOf(body)) expect(said).toContain(word);
      }),
      { numRuns: 25 },
    );
  });
});
