"use client";
import { useLayoutEffect, useMemo, useRef } from "react";
import { toast } from "@/ui/toast";
import type { Edit } from "../../drafts/edit-rules";
import { emptyContent, type Item, type ListField } from "../../field-rules";

export interface ItemActs {
  /** Adds an item with these values, at the end or in front of another; the answer is its id. */
  readonly add: (values: Readonly<Record<string, unknown>>, id?: string, before?: string | null) => string;
  readonly set: (id: string, path: readonly string[], value: unknown) => void;
  /** Takes it away; `name` is what the news calls it, which offers to undo it. Without a name nothing is said. */
  readonly remove: (id: string, name?: string) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  /** Puts it in front of another item, or at the end. */
  readonly moveBefore: (id: string, before: string | null) => void;
}

/** What can be done with the items of a list. The same acts as long as `field` and `edit` are the same. */
export function useItemActs(field: ListField, items: readonly Item[], edit: (edit: Edit) => void): ItemActs {
  const newest = useRef(items);
  useLayoutEffect(() => {
    newest.current = items;
  });
  return useMemo(() => itemActs(field, () => newest.current, edit), [field, edit]);
}

function itemActs(field: ListField, read: () => readonly Item[], edit: (edit: Edit) => void): ItemActs {
  const { path } = field;
  const put = (item: Item, before: string | null) => edit({ op: "insert", path, item, before });
  return {
    add: (values, id = crypto.randomUUID(), before = null) => {
      put({ ...emptyContent(field.attributes), ...values, id }, before);
      return id;
    },
    set: (id, attribute, value) => edit({ op: "set", path: [...path, id, ...attribute], value }),
    remove: (id, name) => {
      const items = read();
      const place = items.findIndex((item) => item.id === id);
      const item = items[place];
      edit({ op: "remove", path, id });
      if (!item || !name) return;
      const next = items[place + 1]?.id ?? null;
      toast(`Removed “${shortened(name)}” from ${field.label.toLowerCase()}.`, {
        action: { label: "Undo", onClick: () => put({ ...item }, next) },
      });
    },
    move: (id, by) => {
      const items = read();
      const place = items.findIndex((item) => item.id === id);
      if (place < 0 || place + by < 0 || place + by >= items.length) return;
      edit({ op: "move", path, id, before: items[place + (by === 1 ? 2 : -1)]?.id ?? null });
    },
    moveBefore: (id, before) => edit({ op: "move", path, id, before }),
  };
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 38).trimEnd()}…` : name;
}
