import type { DocumentKind } from "../document-kind";
import type { ListedTemplate } from "../portable/portable-contract";

/** What a new document of the kind may start from, in the order in which it is offered. */
export function listTemplates({ templates }: Pick<DocumentKind, "templates">): readonly ListedTemplate[] {
  return Object.entries(templates).map(([key, { label, title, line }]) => ({ key, label, title, line }));
}
