// Where a page of a list ended. Bound to the order it was read in: in another one it would skip or repeat rows.
import { z } from "zod";
import { AppError } from "@/shared/errors";
import { LIST_ORDERS, type ListOrder, type ListSort } from "./list-filter-rules";

export interface ListCursor {
  /** What the last row was sorted by: a moment in ISO 8601, or a title. */
  readonly value: string;
  readonly id: string;
}

interface Sorting {
  readonly sort: ListSort;
  readonly order: ListOrder;
}

const moment = z.iso.datetime({ precision: 3 });
const cursor = z.discriminatedUnion("sort", [
  z.strictObject({ sort: z.enum(["changed", "created"]), order: z.enum(LIST_ORDERS), value: moment, id: z.uuid() }),
  z.strictObject({ sort: z.literal("title"), order: z.enum(LIST_ORDERS), value: z.string().max(200), id: z.uuid() }),
]);

export function writeCursor(sorting: Sorting, { value, id }: ListCursor): string {
  return Buffer.from(JSON.stringify({ ...sorting, value, id })).toString("base64url");
}

/** Throws INVALID for what isn't a cursor of this order. */
export function readCursor(text: string, { sort, order }: Sorting): ListCursor {
  const read = cursor.safeParse(parsed(Buffer.from(text, "base64url").toString("utf8")));
  const isOurs = read.success && read.data.sort === sort && read.data.order === order;
  if (!isOurs)
    throw new AppError("INVALID", "This page can't be found. Read the list from its beginning.", { path: "cursor" });
  const { value, id } = read.data;
  // What the database can't hold can't have come from it.
  return { value: value.toWellFormed().replaceAll("\0", ""), id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
