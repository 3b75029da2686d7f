// Zod from descriptions of fields, so that a kind says once what its content is made of.
import { z } from "zod";
import { line, paragraphs } from "@/shared/text-schemas";
import { type Body, bodyProblem, textBody } from "./bodies/body-rules";
import {
  type DataField,
  type DocumentContent,
  emptyContent,
  emptyValue,
  type Field,
  type ListField,
  placeOf,
} from "./field-rules";

type Shape = Record<string, z.ZodType>;

/**
 * The schema of content made of these fields: strict, every property filled in where older content lacks it, every
 * refusal a sentence that names the field. `special` takes the place of what a field's shape would give, by dotted
 * path.
 */
export function contentSchema<C extends DocumentContent>(
  fields: readonly Field[],
  special: Readonly<Record<string, z.ZodType>> = {},
): z.ZodType<C> {
  return objectOf(fields, special) as unknown as z.ZodType<C>;
}

function objectOf(fields: readonly Field[], special: Readonly<Record<string, z.ZodType>>, own: Shape = {}) {
  const shape: Shape = { ...own };
  const nested = new Map<string, Field[]>();
  for (const field of fields) {
    const [head = "", ...rest] = field.path;
    if (rest.length > 0) nested.set(head, [...(nested.get(head) ?? []), { ...field, path: rest }]);
    else shape[head] = (special[head] ?? valueSchema(field)).default(() => emptyValue(field) as never);
  }
  for (const [head, inner] of nested) {
    const prefix = `${head}.`;
    const below = Object.entries(special).filter(([path]) => path.startsWith(prefix));
    shape[head] = objectOf(
      inner,
      Object.fromEntries(below.map(([path, schema]) => [path.slice(prefix.length), schema])),
    ).default(() => emptyContent(inner) as never);
  }
  return z.strictObject(shape);
}

function valueSchema(field: Field): z.ZodType {
  const { label } = field;
  switch (field.shape) {
    case "line":
      return line(field.max, label);
    case "text":
      return paragraphs(field.max, label);
    case "number": {
      const error = `${label} is a whole number from ${field.min} to ${field.max}.`;
      return z.int({ error }).min(field.min, { error }).max(field.max, { error }).nullable();
    }
    case "id":
      return z.uuid({ error: `${label} is not known.` }).nullable();
    case "choice":
      return choiceOf(field);
    case "choices":
      return z
        .array(choiceOf(field))
        .refine((list) => new Set(list).size === list.length, `${label}: something is chosen twice.`);
    case "body":
      return body(label);
    case "data":
      return data(field);
    case "list":
      return listOf(field);
  }
}

/** Plain text stands for its paragraphs: bodies were text before there was an editor for them. */
function body(label: string): z.ZodType {
  return z.preprocess(
    (value) => (typeof value === "string" ? textBody(value) : value),
    z.custom<Body>().superRefine((value, context) => {
      const problem = bodyProblem(value);
      if (problem) context.addIssue({ code: "custom", message: `${label}: ${problem}` });
    }),
  );
}

function data({ label, problem }: DataField): z.ZodType {
  return z.custom<unknown>().superRefine((value, context) => {
    const wrong = value === null ? null : problem(value);
    if (wrong) context.addIssue({ code: "custom", message: `${label}: ${wrong}` });
  });
}

function choiceOf(field: Extract<Field, { choices: unknown }>) {
  const { label, choices } = field;
  return z.enum(Object.keys(choices), { error: `${label} is one of ${Object.values(choices).join(", ")}.` });
}

function listOf(field: ListField): z.ZodType {
  const { label, most, attributes } = field;
  return z
    .array(objectOf(attributes, {}, { id: z.uuid({ error: `${label}: an item has no proper id.` }) }), {
      error: `${label} is a list.`,
    })
    .max(most, `${label} holds up to ${most} items. Remove some first.`)
    .refine(
      (list) => new Set(list.map((item) => item.id)).size === list.length,
      `${placeOf([label])}: two items have the same id.`,
    );
}
