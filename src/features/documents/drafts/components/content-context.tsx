"use client";
// The content that a sheet shows, and the way to change it where the person may. A version's sheet has no way.
// While twenty people type, a component renders again only when what it reads has changed: read the least you need.
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type DocumentContent, type Field, valueAt } from "../../field-rules";
import type { Edit } from "../edit-rules";
import { ContentStore } from "./content-store";

/** Null where the content is only read. Stays the same function as long as one may edit. */
type EditContent = ((edit: Edit) => void) | null;

interface ContentValue {
  readonly store: ContentStore;
  readonly edit: EditContent;
}

const ContentContext = createContext<ContentValue | null>(null);

interface ContentProviderProps {
  readonly content: DocumentContent;
  readonly edit: EditContent;
  readonly children: ReactNode;
}

export function ContentProvider({ content, edit, children }: ContentProviderProps) {
  const [store] = useState(() => new ContentStore(content));
  useLayoutEffect(() => store.write(content), [store, content]);
  const value = useMemo(() => ({ store, edit }), [store, edit]);
  return <ContentContext value={value}>{children}</ContentContext>;
}

function useContentValue(): ContentValue {
  const value = use(ContentContext);
  if (!value) throw new Error("Content is read below a ContentProvider.");
  return value;
}

/**
 * A part of the content; the component renders again when it is another one. `select` must return something of the
 * content itself or a plain value: an object made anew each time would never stay the same.
 */
export function useContentPart<C extends DocumentContent, T>(select: (content: C) => T): T {
  const { store } = useContentValue();
  // A kind's sheet names its content's shape, which the kind's schema has vouched for on the server.
  const read = () => select(store.read() as C);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** How to change the content, without reading any of it. */
export function useEdit(): EditContent {
  return useContentValue().edit;
}

/** All of the content: renders with every change of anything. For what is small or really reads everything. */
export function useContent<C extends DocumentContent>(): { readonly content: C; readonly edit: EditContent } {
  return { content: useContentPart((content: C) => content), edit: useEdit() };
}

/** One field's value, and how to set it; `set` is null where the content is only read. */
export function useFieldValue(field: Field): { value: unknown; set: ((value: unknown) => void) | null } {
  const { path } = field;
  const edit = useEdit();
  const value = useContentPart((content) => valueAt(content, path));
  return { value, set: edit && ((value) => edit({ op: "set", path, value })) };
}
