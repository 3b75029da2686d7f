// How a kind tells the engine what its content is made of: for comparison, editing and labels.

/** JSON content of a draft or version; each kind narrows it. */
export type DocumentContent = Record<string, unknown> & { readonly title: string };

/** One statement with an id that never changes across versions. */
export interface Claim {
  readonly id: string;
  readonly text: string;
}

interface FieldBase {
  /** Property names from the content's root. */
  readonly path: readonly string[];
  readonly label: string;
}

/** `max` is the number of characters that the kind's schema allows. */
export type Field =
  | (FieldBase & { readonly shape: "line" | "text"; readonly max: number; readonly hint?: string })
  | (FieldBase & { readonly shape: "number"; readonly min: number; readonly max: number; readonly hint?: string })
  | (FieldBase & { readonly shape: "choice" | "choices"; readonly choices: Readonly<Record<string, string>> })
  | (FieldBase & { readonly shape: "claims"; readonly max: number; readonly hint: string });

export type ClaimsField = Extract<Field, { shape: "claims" }>;

/** The value at a path, or undefined where the content has none. */
export function valueAt(content: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    content,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field's value in words: choices by their labels, an empty value as "". */
export function displayValue(field: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field.shape === "choice") return field.choices[String(value)] ?? String(value);
  if (field.shape === "choices" && Array.isArray(value)) {
    return value.map((one) => field.choices[String(one)] ?? String(one)).join(", ");
  }
  return String(value);
}

/** The field with this dotted path. Throws when there is none: a view names only fields that its kind has. */
export function fieldAt(fields: readonly Field[], path: string): Field {
  const field = fields.find((one) => one.path.join(".") === path);
  if (!field) throw new Error(`there is no field ${path}`);
  return field;
}
