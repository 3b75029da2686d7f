// Lists of other programs: paragraphs that look like items, lists beside items instead of in them.

import { type HtmlElement, sourceText } from "./html-tree-rules";
import { decodeEntities } from "./markdown-parts-rules";

type Child = HtmlElement | string;

/** An item that doesn't stand in a list yet. */
export interface ListEntry {
  readonly name: "*entry";
  readonly level: number;
  readonly isOrdered: boolean;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Child[];
}

const LEVEL = /mso-list:[^;]*?\blevel(\d)/i;

/** A paragraph of Word that is an item, with what is in it; null for everything else. */
export function listEntry(element: HtmlElement, children: readonly Child[]): ListEntry | null {
  const style = element.attributes.get("style") ?? "";
  const [, level] = LEVEL.exec(style) ?? [];
  if (level === undefined || !/^(?:p|div|h[1-6])$/.test(element.name)) return null;
  const mark = decodeEntities(markOf(element)).replace(/[\s\u00a0]+/g, "");
  // A number, a letter or a Roman number before a point or bracket; anything else is a bullet.
  const isOrdered = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(mark);
  const [, digits] = /^\(?(\d{1,6})/.exec(mark) ?? [];
  return {
    name: "*entry",
    level: Number(level),
    isOrdered,
    start: Number(digits ?? 1),
    attributes: new Map(),
    children,
  };
}

/** What Word draws before an item. */
function markOf(element: HtmlElement): string {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (/mso-list:\s*ignore/i.test(child.attributes.get("style") ?? "")) return sourceText(child);
    const inside = markOf(child);
    if (inside !== "") return inside;
  }
  return "";
}

interface OpenList {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly start: number;
  readonly items: { readonly children: Child[] }[];
}

/** Items that follow each other in lists by their level; a list within a list in the item that it follows. */
export function withLists(children: readonly (Child | ListEntry)[]): readonly Child[] {
  const made: Child[] = [];
  let open: OpenList[] = [];
  const close = (to: number) => {
    while (open.length > to) {
      const list = open.pop();
      const into = open.at(-1)?.items.at(-1)?.children ?? made;
      if (list) into.push(listOf(list));
    }
  };
  for (const child of children) {
    if (typeof child === "string" || child.name !== "*entry") {
      const isSpace = typeof child === "string" && child.trim() === "";
      if (!(isSpace && open.length > 0)) {
        close(0);
        made.push(child as Child);
      }
      continue;
    }
    const entry = child as ListEntry;
    close(open.filter(({ level }) => level <= entry.level).length);
    const last = open.at(-1);
    if (last?.level === entry.level && last.isOrdered !== entry.isOrdered) close(open.length - 1);
    if (open.at(-1)?.level !== entry.level) {
      const { level, isOrdered, start } = entry;
      open = [...open, { level, isOrdered, start, items: [] }];
    }
    open.at(-1)?.items.push({ children: [{ name: "p", attributes: new Map(), children: entry.children }] });
  }
  close(0);
  return nested(made);
}

function listOf({ isOrdered, start, items }: OpenList): HtmlElement {
  return {
    name: isOrdered ? "ol" : "ul",
    attributes: new Map(isOrdered && start !== 1 ? [["start", String(start)]] : []),
    children: items.map((item) => ({ name: "li", attributes: new Map(), children: item.children })),
  };
}

const isList = (child: Child): child is HtmlElement => typeof child !== "string" && /^[uo]l$/.test(child.name);

/** Lists that stand right in a list, as Google Docs has them, go into the item before. */
function nested(children: readonly Child[]): readonly Child[] {
  return children.map((child) => {
    if (!isList(child)) return child;
    const items: Child[] = [];
    for (const one of child.children) {
      const last = items.findLastIndex((item) => typeof item !== "string");
      const before = items[last];
      if (isList(one) && before !== undefined && typeof before !== "string") {
        items[last] = { ...before, children: [...before.children, one] };
      } else items.push(isList(one) ? { name: "li", attributes: new Map(), children: [one] } : one);
    }
    return { ...child, children: items };
  });
}
