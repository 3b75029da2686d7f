// A document to start from, written as short as it can be; everything that it claims is an assumption.
import { type BodyNode, textBody } from "./bodies/body-rules";
import { type DocumentContent, emptyContent, type Field, itemsAt, placeOf } from "./field-rules";

type TemplateItem = string | Readonly<Record<string, string | number | null>>;

export interface Template {
  readonly label: string;
  /** The name that is proposed. */
  readonly title: string;
  /** What somebody who chooses reads about it. */
  readonly line: string;
  /** Values by dotted path; prose as text or as a body. An item of a list is its first attribute alone, or its attributes. */
  readonly set: Readonly<Record<string, string | number | BodyNode | readonly TemplateItem[]>>;
}

/** Content with the template's values in it, each item with an id of its own. */
export function fromTemplate<C extends DocumentContent>(fields: readonly Field[], empty: C, { set }: Template): C {
  const content = structuredClone(empty) as Record<string, unknown>;
  for (const [place, value] of Object.entries(set)) {
    const field = fields.find((one) => placeOf(one.path) === place);
    if (!field) throw new Error(`there is no field ${place}`);
    const parent = field.path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, content);
    const name = field.path.at(-1) ?? "";
    if (field.shape === "body" && typeof value === "string") parent[name] = textBody(value);
    else if (field.shape !== "list" || !Array.isArray(value)) parent[name] = value;
    else {
      const [first] = field.attributes;
      parent[name] = [
        ...itemsAt(content, field.path),
        ...value.map((one: TemplateItem) => itemOf(field.attributes, first, one)),
      ];
    }
  }
  return content as C;
}

function itemOf(attributes: readonly Field[], first: Field | undefined, item: TemplateItem): Record<string, unknown> {
  const said = typeof item === "string" ? { [first?.path[0] ?? ""]: item } : item;
  return { ...emptyContent(attributes), ...said, id: crypto.randomUUID() };
}
