// What a workspace may add to its documents: fields of text, and sections of claims.

export const EXTRA_FIELD_SHAPES = { text: "Text", claims: "Section of claims" } as const;
export type ExtraFieldShape = keyof typeof EXTRA_FIELD_SHAPES;

/** As content holds it; see `ADDED_FIELDS`. */
export const MAX_EXTRA_LABEL = 60;
export const MAX_EXTRA_HINT = 160;
/** Of each kind of document, withdrawn ones left out. */
export const MAX_EXTRA_FIELDS = 30;
/** With those that were withdrawn, which documents may still use. */
export const MAX_EXTRA_FIELDS_EVER = 200;
