// The demo's prose names documents by their titles: here they become the documents that were made.
import { documentKinds } from "@/api/document-kinds";
import { type BodyNode, isEmptyBody } from "@/features/documents/bodies/body-rules";
import type { DocumentKind } from "@/features/documents/document-kind";
import { itemsAt, placeOf } from "@/features/documents/field-rules";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { readVersion } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";

/** The prose with the documents that it speaks of, each at the version named or else its current one. */
export async function pinnedProse(
  scope: Scope<"document.read">,
  body: BodyNode,
  titles: ReadonlyMap<string, string>,
): Promise<BodyNode> {
  const pin = async (node: BodyNode): Promise<BodyNode> => {
    const content = node.content && (await inTurn(node.content, pin));
    if (node.type !== "documentChip" && node.type !== "claimEmbed") return { ...node, ...(content && { content }) };
    return { ...node, attrs: await pinned(scope, node, titles) };
  };
  const read = await pin(body);
  if (isEmptyBody(read)) throw new Error("the demo's prose says nothing");
  return read;
}

async function pinned(
  scope: Scope<"document.read">,
  { type, attrs = {} }: BodyNode,
  titles: ReadonlyMap<string, string>,
) {
  const { title, version: wanted, place, text } = attrs;
  const [document] = await readLinkCards(scope, [titles.get(String(title)) ?? ""].filter(Boolean));
  if (!document) throw new Error(`the demo has no ${title} by then`);
  const version = typeof wanted === "number" ? wanted : document.currentVersion;
  const pin = { document: document.id, kind: document.kind, version, title: document.title };
  if (type === "documentChip") return pin;
  const kind: DocumentKind = documentKinds[document.kind];
  const path = String(place).split(".");
  const { content } = await readVersion(scope, kind, { documentId: document.id, number: version ?? 1 });
  const claim = itemsAt(content, path).find((one) => one.text === text);
  if (!claim) throw new Error(`${title} has no claim “${text}” in ${place}`);
  return { ...pin, place: placeOf([...path, claim.id]), text };
}

/** One after the other: a transaction has one connection. */
async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}
