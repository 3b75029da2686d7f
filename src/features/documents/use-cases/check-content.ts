import { AppError } from "@/shared/errors";
import { MAX_BODY_BYTES } from "../bodies/body-rules";
import { MAX_CONTENT_BYTES } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { namingPlace, whereInContent } from "../drafts/edit-place-rules";
import { bodyOf, type DocumentContent } from "../field-rules";

/**
 * Content as the kind's schema completes it, and its JSON. Throws INVALID with a sentence that names the place, and LIMIT
 * with the sentence `tooLarge`.
 */
export function checkContent<C extends DocumentContent>(
  kind: DocumentKind<C>,
  content: unknown,
  tooLarge: string,
): { readonly content: C; readonly json: string } {
  const result = kind.schema.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = (issue?.path ?? []).filter((step) => typeof step !== "symbol");
    const where = whereInContent(kind.fields, content, path) ?? (path.length > 0 ? `/${path.join("/")}` : null);
    throw new AppError("INVALID", namingPlace(where, sentenceOf(issue)), { path: path.join(".") });
  }
  const json = JSON.stringify(result.data);
  if (Buffer.byteLength(json) > MAX_CONTENT_BYTES) {
    // Prose has a limit of its own.
    const body = Buffer.byteLength(JSON.stringify(bodyOf(kind.fields, result.data)));
    if (body > MAX_BODY_BYTES || Buffer.byteLength(json) - body > MAX_CONTENT_BYTES)
      throw new AppError("LIMIT", tooLarge);
  }
  return { content: result.data, json };
}

type Issue = NonNullable<ReturnType<DocumentKind["schema"]["safeParse"]>["error"]>["issues"][number];

/** What zod says by itself is not for people. */
function sentenceOf(issue: Issue | undefined): string {
  if (issue?.code === "unrecognized_keys") return `There is no “${(issue.keys[0] ?? "").slice(0, 80)}” here.`;
  return issue && !issue.message.startsWith("Invalid ") ? issue.message : "This value doesn't fit here.";
}
