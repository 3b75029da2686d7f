// Content out of what was found in a file.
import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { DocumentKind } from "../../document-kind";
import { type DocumentContent, isRecord, itemName, itemsAt, valueAt, withBody } from "../../field-rules";
import { existingDocuments, existingPictures } from "../../links/reference-queries";
import { checkContent } from "../../use-cases/check-content";
import { assemble } from "../assemble-rules";
import type { Found, Piece } from "../found-rules";

interface Built<C> {
  readonly content: C;
  /** Where each piece is, by its number. */
  readonly landed: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
}

/**
 * Content as the kind's schema has it. `pieces` are those of the file, moved as a person wants, and whatever else is to
 * be kept. Throws INVALID or LIMIT with a sentence that names the place.
 */
export async function buildContent<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  { found, pieces, fileName }: { readonly found: Found; readonly pieces: readonly Piece[]; readonly fileName: string },
): Promise<Built<C>> {
  const { rest } = kind.importRules;
  const title = found.title || "No name yet";
  // Without the headings that a kind proposes to who begins with nothing: the text brings its own.
  const start = { ...withBody(kind.fields, kind.empty(title), null), ...found.exact?.content };
  // Once as it came, so that a refusal names the file's own places; once more with the pieces in it.
  const content: Record<string, unknown> = structuredClone(found.exact ? checked(kind, start) : start);
  const notes = found.exact
    ? [...stampNotes(found.exact.stamp.contentHash, content), ...(await detach(scope, kind, content))]
    : [];
  const landed = assemble(content, pieces, { fields: kind.fields, rest, source: fileName });
  return { content: checked(kind, content), landed, notes };
}

function stampNotes(hash: string, content: unknown): readonly string[] {
  return hash === "" || hash === canonicalHash(content) ? [] : ["It was changed after it was exported."];
}

function checked<C extends DocumentContent>(kind: DocumentKind<C>, content: unknown): C {
  const name = isRecord(content) && typeof content.title === "string" ? content.title.slice(0, 120) : "";
  const tooLarge = `“${name}” is too long: a ${kind.name} holds up to 2 MB of prose and 256 kB of the rest. Leave out a part of the text.`;
  return checkContent(kind, content, tooLarge).content;
}

/** Takes out what this workspace doesn't have, other documents and pictures; the answer says so in sentences. */
async function detach<C extends DocumentContent>(
  { tx, workspaceId }: Scope,
  kind: DocumentKind<C>,
  content: Record<string, unknown>,
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const field of kind.fields) {
    const parent = valueAt(content, field.path.slice(0, -1)) as Record<string, unknown>;
    const name = field.path.at(-1) ?? "";
    if (field.shape === "id" && typeof parent[name] === "string") {
      if ((await existingPictures(tx, workspaceId, [parent[name]])).has(parent[name])) continue;
      parent[name] = null;
      notes.push(`${field.label}: the picture is not in this workspace, and a file of words can't bring it.`);
    }
    if (field.shape !== "list" || !field.linksTo) continue;
    const items = itemsAt(content, field.path);
    if (items.length === 0) continue;
    const known = await existingDocuments(
      tx,
      workspaceId,
      field.linksTo,
      items.map(({ id }) => id),
    );
    parent[name] = items.filter(({ id }) => known.has(id));
    const gone = items.filter(({ id }) => !known.has(id)).map((item) => `“${itemName(field, item)}”`);
    if (gone.length > 0)
      notes.push(
        `${field.label}: ${gone.join(", ")} ${gone.length === 1 ? "is" : "are"} not in this workspace; link it again.`,
      );
  }
  return notes;
}
