// A list's filter as it stands in the address. What can't be read there is left out: an old link still opens.
import { FRESHNESS, type FreshnessState } from "../verification/freshness-rules";
import type { DocumentState } from "../versions/lifecycle-rules";
import { MAX_TAG, MAX_TAGS, normalTag } from "./tag-rules";

export const LIST_STATES = ["draft", "published", "changed", "retired"] as const satisfies readonly DocumentState[];

/** What a list can be sorted by, with the order that one means without saying it. */
export const SORT_ORDERS = { changed: "desc", title: "asc", created: "desc" } as const;
export type ListSort = keyof typeof SORT_ORDERS;
export const LIST_SORTS = Object.keys(SORT_ORDERS) as [ListSort, ...ListSort[]];
export const LIST_ORDERS = ["asc", "desc"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];
/** Cards come first; `cast` is for kinds that stand below the personas they are about. */
const VIEWS = ["table", "cast"] as const;

/** As many as a search shows at once. */
export const MOST_FOUND = 10;

/** What is asked of the server. */
export interface ListFilter {
  readonly state?: DocumentState;
  readonly text?: string;
  readonly owner?: string;
  readonly tags?: string[];
  readonly segmentId?: string;
  readonly personaId?: string;
  readonly facet?: string;
  readonly freshness?: FreshnessState;
  readonly verifier?: "me";
  readonly sort?: ListSort;
  readonly order?: ListOrder;
}

export interface ListAddress {
  readonly filter: ListFilter;
  readonly view: "grid" | (typeof VIEWS)[number];
}

type AddressParams = Readonly<Record<string, string | readonly string[] | undefined>>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As the server's pages are given them: a parameter that is there more than once is a list. */
export function paramsRecord(params: Pick<URLSearchParams, "keys" | "getAll">): AddressParams {
  const entries = [...new Set(params.keys())].map((name) => [name, params.getAll(name)] as const);
  return Object.fromEntries(entries.map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

export function readListAddress(params: AddressParams): ListAddress {
  return { filter: readListFilter(params), view: oneOf(VIEWS, params.view) ?? "grid" };
}

export function readListFilter(params: AddressParams): ListFilter {
  const state = oneOf(LIST_STATES, params.state);
  const text = said(params.text, 200);
  const owner = params.owner === "me" ? "me" : idOf(params.owner);
  const tags = [params.tag ?? []].flat().map(normalTag);
  const fitting = [...new Set(tags)].filter((tag) => tag !== "" && tag.length <= MAX_TAG).slice(0, MAX_TAGS);
  const segmentId = idOf(params.segment);
  const personaId = idOf(params.persona);
  const facet = said(params.facet, 40);
  const freshness = oneOf(FRESHNESS, params.freshness);
  const verifier = oneOf(["me"], params.verifier);
  const sort = oneOf(LIST_SORTS, params.sort);
  const order = oneOf(LIST_ORDERS, params.order);
  return {
    ...(state && { state }),
    ...(text && { text }),
    ...(owner && { owner }),
    ...(fitting.length > 0 && { tags: fitting }),
    ...(segmentId && { segmentId }),
    ...(personaId && { personaId }),
    ...(facet && { facet }),
    ...(freshness && { freshness }),
    ...(verifier && { verifier }),
    ...(sort && { sort }),
    ...(order && { order }),
  };
}

/** The order that a filter asks for, said or not. */
export function sortOf({
  sort = "changed",
  order,
}: {
  readonly sort?: ListSort | undefined;
  readonly order?: ListOrder | undefined;
}) {
  return { sort, order: order ?? SORT_ORDERS[sort] };
}

/** The address's part after the question mark, "" when there is nothing to say. */
export function listQuery({ filter, view }: ListAddress): string {
  const params = new URLSearchParams();
  const { tags = [], segmentId, personaId, ...rest } = filter;
  for (const [name, value] of Object.entries(rest)) if (value) params.set(name, value);
  for (const tag of tags) params.append("tag", tag);
  if (segmentId) params.set("segment", segmentId);
  if (personaId) params.set("persona", personaId);
  if (view !== "grid") params.set("view", view);
  return params.toString();
}

/** Whether fewer documents are asked for than are in use. */
export function isNarrowed({ sort: _, order: __, ...filter }: ListFilter): boolean {
  return Object.keys(filter).length > 0;
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((one) => one === value);
}

function idOf(value: unknown): string | undefined {
  return typeof value === "string" && UUID.test(value) ? value : undefined;
}

function said(value: unknown, max: number): string {
  return typeof value === "string" ? value.trim().slice(0, max) : "";
}
