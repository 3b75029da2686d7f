// Reads what is pasted from elsewhere.
import { type Schema, Slice } from "@tiptap/pm/model";
import { readBodyMarkdown } from "../../convert/body-from-markdown-rules";
import { cleanPastedHtml, looksLikeMarkdown } from "../../convert/clean-paste-rules";

export { cleanPastedHtml as pastedHtml };

/** The text as Markdown means it, open at both ends so that a line joins the one that it is put into; else null. */
export function pastedMarkdown(schema: Schema, text: string): Slice | null {
  if (!looksLikeMarkdown(text)) return null;
  try {
    const body = readBodyMarkdown(text);
    if (!body) return null;
    const doc = schema.nodeFromJSON(body);
    doc.check();
    return Slice.maxOpen(doc.content);
  } catch {
    // Too long or nested too deeply: then it is words.
    return null;
  }
}
