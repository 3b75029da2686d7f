"use client";
// The content that a sheet shows, and the way to change it where the person may. A version's sheet has no way.
import { createContext, type ReactNode, use, useMemo } from "react";
import type { Edit } from "../edit-rules";
import { type DocumentContent, type Field, valueAt } from "../field-rules";

interface ContentValue {
  readonly content: DocumentContent;
  /** Null where the content is only read. */
  readonly edit: ((edit: Edit) => void) | null;
}

const ContentContext = createContext<ContentValue | null>(null);

export function ContentProvider({ content, edit, children }: ContentValue & { readonly children: ReactNode }) {
  const value = useMemo(() => ({ content, edit }), [content, edit]);
  return <ContentContext value={value}>{children}</ContentContext>;
}

/** The content around; a kind's sheet names its shape, which the kind's schema has vouched for on the server. */
export function useContent<C extends DocumentContent>(): { readonly content: C; readonly edit: ContentValue["edit"] } {
  const value = use(ContentContext);
  if (!value) throw new Error("useContent needs a ContentProvider above it.");
  return { content: value.content as C, edit: value.edit };
}

/** One field's value, and how to set it; `set` is null where the content is only read. */
export function useFieldValue(field: Field): { value: unknown; set: ((value: unknown) => void) | null } {
  const { content, edit } = useContent();
  const { path } = field;
  return {
    value: valueAt(content, path),
    set: edit && ((value) => edit({ op: "set", path, value })),
  };
}
