// Which words of a content are searched, and how a text shows why it was found.
import { type DocumentContent, displayValue, type Field, itemsAt, valueAt } from "../field-rules";

/** One text of a content, by the label of the field it stands in. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** What the search index is made of: the title counts for more than the rest. */
export interface DocumentWords {
  readonly title: string;
  readonly texts: string;
}

/** Every text that somebody wrote and every choice that somebody made, in the order of reading; no ids and numbers. */
export function documentTexts(fields: readonly Field[], content: Readonly<Record<string, unknown>>): LabelledText[] {
  return fields.flatMap((field): LabelledText[] => {
    if (field.shape === "list") {
      return itemsAt(content, field.path).flatMap((item) =>
        documentTexts(field.attributes, item).map(({ text }) => ({ label: field.label, text })),
      );
    }
    const text = wordsOf(field, valueAt(content, field.path));
    return text === "" ? [] : [{ label: field.label, text }];
  });
}

/** A choice counts once somebody has made one: the first is what nobody chose. */
function wordsOf(field: Field, value: unknown): string {
  if (field.shape === "number" || field.shape === "id") return "";
  if (field.shape === "choice" && value === Object.keys(field.choices)[0]) return "";
  return displayValue(field, value);
}

export function documentWords(fields: readonly Field[], content: DocumentContent): DocumentWords {
  const others = fields.filter(({ path }) => path.join(".") !== "title");
  return {
    title: content.title,
    texts: documentTexts(others, content)
      .map(({ text }) => text)
      .join("\n"),
  };
}
