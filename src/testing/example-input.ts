// Builds an input that a procedure accepts, out of its schema and the fixtures.
import type { z } from "zod";
import { fieldNames, fixtureValue } from "./procedure-fixtures";
import type { Procedure } from "./procedures";
import type { Tenant } from "./tenant";

/** As much of a zod definition as is read here. */
export interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly valueType?: z.ZodType;
}

export function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** What a schema's checks say about length or size: the value of `minimum`, `maximum` and their like. */
export function limitOf(schema: z.ZodType, name: "minimum" | "maximum" | "value", check: string): number | undefined {
  const found = definitionOf(schema).checks?.find(({ _zod }) => _zod.def.check === check);
  const limit = found?._zod.def[name];
  return typeof limit === "number" ? limit : undefined;
}

/** A plain value of the schema, or undefined where only a fixture can know one. */
function plainValue(schema: z.ZodType): unknown {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "string":
      return definition.format === undefined ? "Example" : undefined;
    case "number":
      return limitOf(schema, "value", "greater_than") ?? 1;
    case "boolean":
      return true;
    case "enum":
      return Object.values(definition.entries ?? {})[0];
    case "literal":
      return definition.values?.[0];
    case "nullable":
      return null;
    case "array":
      return [];
    case "pipe":
      return definition.in && plainValue(definition.in);
    case "union":
      return definition.options?.map(plainValue).find((value) => value !== undefined);
    case "readonly":
      return definition.innerType && plainValue(definition.innerType);
    default:
      return undefined;
  }
}

/** An input that the contract accepts. Throws with a sentence that says which fixture to add when it can't be built. */
export function exampleInput({ path, contract }: Procedure, tenant: Tenant): Record<string, unknown> | undefined {
  if (!contract) return undefined;
  const shape = definitionOf(contract).shape ?? {};
  const input: Record<string, unknown> = {};
  for (const field of fieldNames(contract)) {
    const schema = shape[field];
    if (!schema) continue;
    const isOptional = ["optional", "default"].includes(definitionOf(schema).type);
    const value = fixtureValue(path, field, tenant) ?? (isOptional ? undefined : plainValue(schema));
    if (value === undefined && !isOptional) throw new Error(missing(path, field));
    // Optional ids are filters; those that have a fixture are used, so that they are tested as well.
    if (value !== undefined) input[field] = value;
  }
  const checked = contract.safeParse(input);
  if (!checked.success) throw new Error(missing(path, checked.error.issues[0]?.path.join(".") ?? ""));
  return input;
}

function missing(path: string, field: string): string {
  return `${path} needs a value for "${field}" that fits a workspace's fixtures. Add "${field}" or "${path}.${field}" to src/testing/procedure-fixtures.ts: to OBJECT_IDS when it is the id of something in a workspace, else to VALUES.`;
}
