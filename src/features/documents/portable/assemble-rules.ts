// Pieces of a text, put into a document's content. What doesn't fit where it was meant to go is kept with the rest:
// nothing is dropped but what a person leaves out.
import { AppError } from "@/shared/errors";
import type { Body } from "../bodies/body-rules";
import { emptyContent, type Field, fieldAt, itemsAt, type ListField, listAt, placeOf, valueAt } from "../field-rules";
import { LEFT_OUT, OWN_SECTION, type Piece } from "./found-rules";
import { normalLabel } from "./label-rules";
import { RestBody } from "./rest-body-rules";

type Content = Record<string, unknown>;

interface Assembling {
  readonly content: Content;
  readonly fields: readonly Field[];
  /** The field whose prose keeps what has no other place. */
  readonly rest: string;
  readonly prose: RestBody;
  /** The file, as claims name it. */
  readonly source: string;
  readonly landed: Map<number, string>;
  /** Headings that can be read in the content, as a heading of the rest or where a claim is from. */
  readonly told: Set<string>;
  /** Texts that were too short for a piece: what follows it doesn't go there either, or it would stand out of order. */
  readonly full: Set<string>;
}

const IMPORTED = "Imported";
const MAX_SOURCE = 300;

/**
 * The content with the pieces in it, and where each of them is now. The content is altered. Throws LIMIT, naming the
 * section, when there is no room left for a piece.
 */
export function assemble(
  content: Content,
  pieces: readonly Piece[],
  { fields, rest, source }: Pick<Assembling, "fields" | "rest" | "source">,
): ReadonlyMap<number, string> {
  const field = fieldAt(fields, rest);
  const prose = new RestBody((valueAt(content, field.path) ?? null) as Body, field.label);
  const into: Assembling = {
    ...{ content, fields, rest, source, prose },
    ...{ landed: new Map(), told: new Set(), full: new Set() },
  };
  const leftOut = new Set<string>();
  for (const piece of pieces) {
    if (piece.to === LEFT_OUT) {
      into.landed.set(piece.number, LEFT_OUT);
      for (const part of piece.heading.split(" · ")) leftOut.add(part);
    } else if (!piece.isLabel) into.landed.set(piece.number, place(into, piece));
  }
  // A heading that nothing is kept under is kept by itself, unless what it headed was left out.
  for (const piece of pieces) {
    if (!piece.isLabel || piece.to === LEFT_OUT) continue;
    const isLost = !piece.isSaid && !into.told.has(piece.text) && !leftOut.has(piece.text);
    into.landed.set(piece.number, isLost ? placeInRest(into, { ...piece, heading: "" }) : piece.to);
  }
  put(content, field.path, prose.body());
  return into.landed;
}

function place(into: Assembling, piece: Piece): string {
  if (piece.to === OWN_SECTION) return placeInSection(into, piece, piece.heading || IMPORTED);
  const field = into.fields.find((one) => placeOf(one.path) === piece.to);
  if (!field || piece.to === into.rest) return placeInRest(into, piece);
  if (field.shape === "list" && placeInList(into, field, piece)) return piece.to;
  if (field.shape === "number" && placeNumber(into, field, piece)) return piece.to;
  if ((field.shape === "line" || field.shape === "text") && placeText(into, field, piece)) return piece.to;
  return placeInRest(into, piece);
}

function placeText(into: Assembling, field: Extract<Field, { max: number }>, piece: Piece): boolean {
  const before = String(valueAt(into.content, field.path) ?? "");
  const text = field.shape === "line" ? piece.text.replace(/\s+/g, " ") : piece.text;
  const joined = before === "" ? text : `${before}\n\n${text}`;
  const isTaken = field.shape === "line" && before !== "";
  if (isTaken || joined.length > field.max || into.full.has(piece.to)) {
    into.full.add(piece.to);
    return false;
  }
  put(into.content, field.path, joined);
  return true;
}

function placeNumber(into: Assembling, field: Extract<Field, { shape: "number" }>, piece: Piece): boolean {
  const value = Number(piece.text.replace(/[\s,.’'_](?=\d{3}\b)/g, ""));
  if (piece.text.trim() === "" || !Number.isInteger(value) || value < field.min || value > field.max) return false;
  put(into.content, field.path, value);
  return true;
}

function placeInList(into: Assembling, field: ListField, piece: Piece): boolean {
  const [first] = field.attributes;
  if (first?.shape !== "line") return false;
  const parts = chunks(piece.text, first.max);
  if (!field.isClaims && parts.length > 1) return false;
  addItems(into, field, piece, parts);
  return true;
}

function addItems(into: Assembling, field: ListField, piece: Piece, parts: readonly string[]): void {
  const items = itemsAt(into.content, field.path);
  if (items.length + parts.length > field.most) {
    throw new AppError(
      "LIMIT",
      `${piece.where}: “${field.label}” holds up to ${field.most} items. Move some of them elsewhere, or leave them out.`,
      { path: placeOf(field.path) },
    );
  }
  put(into.content, field.path, [...items, ...parts.map((text) => itemOf(into, field, piece, text))]);
}

function itemOf(into: Assembling, field: ListField, { heading, where }: Piece, text: string): Content {
  const item = { ...emptyContent(field.attributes), id: crypto.randomUUID(), text };
  if (!field.isClaims) return item;
  const isSaid = heading === "" || normalLabel(heading) === normalLabel(field.label);
  const from = [into.source, isSaid ? "" : heading].filter(Boolean).join(" · ");
  if (from.length > MAX_SOURCE)
    return { ...item, source: `${into.source}, ${where.toLowerCase()}`.slice(0, MAX_SOURCE) };
  tell(into, heading);
  return { ...item, source: from };
}

function tell(into: Assembling, heading: string): void {
  for (const part of heading.split(" · ")) into.told.add(part);
}

function placeInSection(into: Assembling, piece: Piece, name: string): string {
  const sections = itemsAt(into.content, ["sections"]);
  const list = listAt(into.fields, "sections");
  const isRoom = sections.length < list.most && name.length <= 60;
  const label = isRoom || sections.some((section) => section.label === name) ? name : IMPORTED;
  let section = sections.find((one) => one.label === label);
  if (!section) {
    section = { id: crypto.randomUUID(), label, claims: [] };
    put(into.content, ["sections"], [...sections, section]);
  }
  const claims = list.attributes.find((one) => one.shape === "list");
  if (claims?.shape !== "list") throw new Error("an added section has no claims");
  const field: ListField = { ...claims, label };
  const own: Assembling = { ...into, content: section as Content };
  addItems(own, field, piece, chunks(piece.text, 1_000));
  return OWN_SECTION;
}

/** Under its headings, as it stood. */
function placeInRest(into: Assembling, piece: Piece): string {
  into.prose.add(piece);
  tell(into, piece.heading);
  return into.rest;
}

/** Parts of at most `max` characters, cut between sentences where there are any, else between words. */
function chunks(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let left = text.replace(/\s+/g, " ").trim();
  while (left.length > max) {
    const head = left.slice(0, max);
    const sentence = Math.max(...[". ", "! ", "? ", "。", "；"].map((end) => head.lastIndexOf(end) + 1));
    const cut = sentence > max / 3 ? sentence : head.lastIndexOf(" ") > max / 3 ? head.lastIndexOf(" ") : whole(head);
    parts.push(left.slice(0, cut).trim());
    left = left.slice(cut).trim();
  }
  return left === "" ? parts : [...parts, left];
}

/** No cut between the halves of a character. */
function whole(head: string): number {
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length;
}

/** Sets a value by the path of a field, never by a path out of the file. */
function put(record: Content, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) record[head] = value;
  else put(record[head] as Content, rest, value);
}
