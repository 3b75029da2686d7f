// What may be said where, and how a comment's text is read: by the server that keeps it and the screen that shows it.
import { type DocumentContent, describePlace, type Field, placeOf, valueAt } from "../field-rules";

/** Characters of a comment, mentions included. */
export const MAX_COMMENT = 4_000;
export const MAX_MENTIONS = 20;
/** Comments of one thread. */
export const MAX_COMMENTS = 200;
/** Open threads of one document. */
export const MAX_OPEN_THREADS = 500;
/** Comments that one person may write within ten minutes. */
export const MAX_COMMENTS_IN_TEN_MINUTES = 60;
/** Characters of a place: six keys of at most 64 and the dots between. */
export const MAX_PLACE = 400;
const MAX_QUOTE = 240;

/** A comment's text in parts, in order. Whatever is no mention and no address is text. */
export type CommentPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mention"; readonly name: string; readonly userId: string }
  | { readonly kind: "link"; readonly href: string };

const MENTION = /@\[([^[\]\n]{1,80})\]\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/;
const ADDRESS = /https?:\/\/[^\s<>"]{3,}/;
const PARTS = new RegExp(`${MENTION.source}|${ADDRESS.source}`, "g");

export function commentParts(body: string): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const match of body.matchAll(PARTS)) {
    const [whole, name, userId] = match;
    const found = name && userId ? whole : withoutClosing(whole);
    if (match.index > from) parts.push({ kind: "text", text: body.slice(from, match.index) });
    parts.push(name && userId ? { kind: "mention", name, userId } : { kind: "link", href: found });
    from = match.index + found.length;
  }
  if (from < body.length) parts.push({ kind: "text", text: body.slice(from) });
  return parts;
}

/** An address without the punctuation of the sentence that it ends. */
function withoutClosing(address: string): string {
  const bare = address.replace(/[.,;:!?'’”]+$/, "");
  // A bracket belongs to the address when it was opened in it.
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

/** As it is read aloud or sent by mail: mentions as @name. */
export function commentText(body: string): string {
  return commentParts(body)
    .map((part) => {
      if (part.kind === "mention") return `@${part.name}`;
      return part.kind === "link" ? part.href : part.text;
    })
    .join("");
}

/** Whom a comment mentions, each once. */
export function mentionedIn(body: string): readonly string[] {
  return [...new Set(commentParts(body).flatMap((part) => (part.kind === "mention" ? [part.userId] : [])))];
}

/** How a mention stands in the text. The name's own brackets would end it. */
export function mentionOf(person: { readonly userId: string; readonly name: string }): string {
  return `@[${person.name.replace(/\[/g, "(").replace(/\]/g, ")").slice(0, 80)}](${person.userId})`;
}

/** What somebody is typing: mentions as @name, and the people whom they mean in the order in which they were chosen. */
export interface TypedComment {
  readonly text: string;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
}

/** As it is sent: every @name of somebody who was chosen becomes a mention. */
export function bodyOf({ text, people }: TypedComment): string {
  // Longer names first, so that Ana Maria isn't taken for Ana; of two people of one name each is meant once in turn.
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const pattern = new RegExp(`@(${names.map(escapePattern).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const turns = new Map<string, number>();
  return text.replace(pattern, (whole, name: string) => {
    const named = people.filter((one) => one.name === name);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const person = named[turn % named.length];
    return person ? mentionOf(person) : whole;
  });
}

/** The way back, for who changes a comment. */
export function typedOf(body: string): TypedComment {
  const people = commentParts(body).flatMap((part) =>
    part.kind === "mention" ? [{ userId: part.userId, name: part.name }] : [],
  );
  return { text: commentText(body), people };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The name that is being typed after an @ that ends at the caret; null where none is. */
export function mentionQuery(textBeforeCaret: string): string | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}.'’ -]{0,40})?$/u.exec(textBeforeCaret);
  return match ? (match[1] ?? "") : null;
}

/** The people whom the query may mean: those with a word that begins with it, accents and case aside. */
export function matchingPeople<P extends { readonly name: string }>(people: readonly P[], query: string): readonly P[] {
  const wanted = plain(query).trim();
  return people.filter(({ name }) => {
    const own = plain(name);
    return own.startsWith(wanted) || own.split(/[\s-]+/).some((word) => word.startsWith(wanted));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
}

/** The body with every mention under the name that its person has now, so that nobody is made to say something else. */
export function withNames(body: string, nameOf: (userId: string) => string | undefined): string {
  return commentParts(body)
    .map((part) => {
      if (part.kind === "mention") return mentionOf({ userId: part.userId, name: nameOf(part.userId) ?? part.name });
      return part.kind === "link" ? part.href : part.text;
    })
    .join("");
}

/** The first words of what stands at a place, cut at a character and not within one. */
export function quoteOf(text: string): string {
  const line = [...text.replace(/\s+/g, " ").trim()];
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1).join("")}…` : line.join("");
}

/** What stands at a place, or null when the content has no such place. The document itself is no place. */
export function findPlace(
  fields: readonly Field[],
  content: DocumentContent,
  place: string,
): { readonly label: string; readonly quote: string } | null {
  if (valueAt(content, place.split(".")) === undefined) return null;
  return describePlace(fields, content, place);
}

/** A place by its field alone, for where the content is not at hand; null for a place that no field has. */
export function placeLabel(fields: readonly Field[], place: string): string | null {
  const field = fields.find(({ path }) => place === placeOf(path) || place.startsWith(`${placeOf(path)}.`));
  return field?.label ?? null;
}

export interface ThreadFacts {
  readonly isResolved: boolean;
  /** Whether the person began it. */
  readonly isOwn: boolean;
  /** Whether the person may read drafts, as reviewers and all above do. */
  readonly mayReview: boolean;
}

/** Why the person may not reply; null when they may. */
export function replyBlock({ isResolved }: Pick<ThreadFacts, "isResolved">): string | null {
  return isResolved ? "This thread is resolved. Reopen it to go on." : null;
}

/** Why the person may not resolve or reopen it; null when they may. */
export function resolveBlock({ isOwn, mayReview }: Omit<ThreadFacts, "isResolved">): string | null {
  return isOwn || mayReview ? null : "Who began a thread resolves it, or a reviewer or editor does.";
}

export interface CommentFacts {
  readonly isOwn: boolean;
  /** Whether the person may delete for good, as admins do. */
  readonly mayModerate: boolean;
}

export function editBlock({ isOwn }: Pick<CommentFacts, "isOwn">): string | null {
  return isOwn ? null : "Only who wrote a comment may change it.";
}

export function deleteBlock({ isOwn, mayModerate }: CommentFacts): string | null {
  return isOwn || mayModerate ? null : "Only who wrote a comment, or an admin, may delete it.";
}
