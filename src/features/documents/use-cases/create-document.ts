import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../document-kind";
import type { DocumentContent } from "../field-rules";
import { fromTemplate } from "../template-rules";
import { addDocument } from "./add-document";

/**
 * Makes a document that the caller owns, with an empty draft or one that starts from a template of the kind; the answer
 * is its id. Throws INVALID for a template that there isn't.
 */
export async function createDocument<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { title, template }: { readonly title: string; readonly template?: string | undefined },
): Promise<{ documentId: string }> {
  const content = startOf(kind, title, template);
  const documentId = await addDocument(scope, kind, content, { verb: "created" });
  return { documentId };
}

function startOf<C extends DocumentContent>(kind: DocumentKind<C>, title: string, key: string | undefined): C {
  const empty = kind.empty(title);
  if (key === undefined) return empty;
  const template = Object.hasOwn(kind.templates, key) ? kind.templates[key] : undefined;
  if (!template)
    throw new AppError("INVALID", "This template doesn't exist. Choose another one.", { path: "template" });
  return kind.schema.parse(fromTemplate(kind.fields, empty, template));
}
