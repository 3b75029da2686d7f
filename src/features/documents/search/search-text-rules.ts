// Which words of a content are searched, and how a text shows why it was found.
import { type DocumentContent, displayValue, type Field, itemsAt, valueAt } from "../field-rules";
import { saysWhere } from "../nesting-rules";

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
        documentTexts(
          field.attributes.filter((attribute) => !saysWhere(field, attribute)),
          item,
        ).map(({ text }) => ({ label: field.label, text })),
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
  if (field.shape === "data" && field.allWords && value !== null && value !== undefined) return field.allWords(value);
  return displayValue(field, value);
}

/** As many bytes of a document are searched; a search vector has no room for more than three times as much. */
export const MOST_SEARCHED = 300_000;

/** The words that are searched. Prose comes last: where a document is longer than is searched, its end is left out. */
export function documentWords(fields: readonly Field[], content: DocumentContent): DocumentWords {
  const others = fields.filter(({ path, shape }) => path.join(".") !== "title" && shape !== "body");
  const texts = [...others, ...fields.filter(({ shape }) => shape === "body")].flatMap((field) =>
    documentTexts([field], content).map(({ text }) => text),
  );
  return { title: content.title, texts: withinBytes(texts.join("\n"), MOST_SEARCHED) };
}

/** The beginning of a text that takes so many bytes at most. */
function withinBytes(text: string, most: number): string {
  // No sign of UTF-16 takes more than three bytes.
  if (text.length * 3 <= most) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
}
