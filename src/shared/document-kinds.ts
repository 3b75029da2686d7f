/** The kinds of document, in the order of the product's loop. */
export const DOCUMENT_KINDS = ["segment", "persona", "scenario"] as const;
export type KindName = (typeof DOCUMENT_KINDS)[number];
