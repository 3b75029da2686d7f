// Attributes of nodes, read without trust: a view shows whatever is stored.
import type { BodyNode } from "../../body-rules";

export function textOf({ attrs }: Pick<BodyNode, "attrs">, name: string): string {
  const value = attrs?.[name];
  return typeof value === "string" ? value : "";
}

/** A whole number within bounds, or null. */
export function wholeOf({ attrs }: Pick<BodyNode, "attrs">, name: string, from: number, to: number): number | null {
  const value = attrs?.[name];
  return typeof value === "number" && Number.isInteger(value) && value >= from && value <= to ? value : null;
}

/** Anything else is no id, and a question that names it would be refused. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function idOf(node: Pick<BodyNode, "attrs">, name: string): string | null {
  const value = textOf(node, name);
  return UUID.test(value) ? value : null;
}
