// Reads back what `writeMarkdown` wrote, also after somebody has changed it by hand: items without an id get one, and
// what has no place is handed back as it is.
import { readBodyMarkdown } from "../bodies/convert/body-from-markdown-rules";
import { emptyContent, type Field, isRecord, type ListField, placeOf } from "../field-rules";
import { saysWhere } from "../nesting-rules";
import type { FileStamp } from "./found-rules";
import { readComment, takeComment, unescapeText } from "./markdown-text-rules";
import { BODY_SHIFT, FORMAT } from "./portable-rules";

interface Leftover {
  readonly text: string;
  readonly line: number;
  /** Of the part of the file that it stood in. */
  readonly heading: string;
}

export interface OwnMarkdown {
  readonly stamp: FileStamp;
  /** Not yet judged by the kind's schema. Fields that the file doesn't speak of are absent. */
  readonly content: Record<string, unknown>;
  /** Where each field stood, by dotted path: the first and the last line, counted from 1. */
  readonly lines: ReadonlyMap<string, readonly [number, number]>;
  readonly leftovers: readonly Leftover[];
}

/** The front matter's entries when the file is one of ours. */
function ownFrontMatter(text: string): Readonly<Record<string, string>> | null {
  const [first, ...rest] = text.slice(0, 2_000).split("\n");
  const end = rest.findIndex((line) => line.trimEnd() === "---");
  if (first?.trimEnd() !== "---" || end < 0) return null;
  const entries = rest.slice(0, end).map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  const front = Object.fromEntries(entries.filter(([key]) => /^[a-z-]+$/.test(key)));
  return front.format === FORMAT ? front : null;
}

interface Reading {
  readonly content: Record<string, unknown>;
  readonly lines: Map<string, [number, number]>;
  readonly leftovers: Leftover[];
  /** The field whose text or items are being read. */
  field: Field | null;
  heading: string;
  text: string[];
  item: Record<string, unknown> | null;
}

/** Null when the file is not one of ours. */
export function readOwnMarkdown(fields: readonly Field[], text: string): OwnMarkdown | null {
  const front = ownFrontMatter(text);
  if (!front) return null;
  const lines = text.split("\n");
  const start = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---") + 1;
  const reading: Reading = {
    content: {},
    lines: new Map(),
    leftovers: [],
    field: null,
    heading: "",
    text: [],
    item: null,
  };
  for (const [index, line] of lines.entries()) {
    if (index >= start) readLine(fields, reading, line, index + 1);
  }
  finishText(reading);
  return {
    stamp: {
      kind: front.kind ?? "",
      formatVersion: front["format-version"] ?? "",
      version: /^\d{1,9}$/.test(front.version ?? "") ? Number(front.version) : null,
      at: front.exported ?? "",
      contentHash: front["content-hash"] ?? "",
    },
    content: reading.content,
    lines: reading.lines,
    leftovers: reading.leftovers,
  };
}

function readLine(fields: readonly Field[], reading: Reading, line: string, number: number): void {
  const { text, comment } = takeComment(line);
  if (text.startsWith("# ") && !("title" in reading.content)) {
    reading.content.title = unescapeText(text.slice(2).trim());
    reading.lines.set("title", [number, number]);
    return;
  }
  if (text.startsWith("## ") || text === "##") {
    finishText(reading);
    reading.heading = unescapeText(text.slice(3).trim());
    reading.field = openField(fields, reading, comment);
    if (reading.field) reading.lines.set(placeOf(reading.field.path), [number, number]);
    else reading.leftovers.push({ text: reading.heading, line: number, heading: "" });
    return;
  }
  const { field } = reading;
  if (field) note(reading, field, number, line);
  if (field?.shape === "text" || field?.shape === "body") {
    reading.text.push(line);
    return;
  }
  if (line.trim() === "") return;
  if (field?.shape === "list" && readItemLine(field, reading, text, comment)) return;
  if (field === null && comment !== null && readFact(fields, reading, text, comment, number)) return;
  const rest = unescapeText(line.trim().replace(/^[-*+] /, ""));
  reading.leftovers.push({ text: rest, line: number, heading: reading.heading });
}

function note(reading: Reading, field: Field, number: number, line: string): void {
  const range = reading.lines.get(placeOf(field.path));
  if (range && line.trim() !== "") range[1] = number;
}

/** The field that a heading opens, with an empty list made ready where it is one. */
function openField(fields: readonly Field[], reading: Reading, place: string | null): Field | null {
  if (place === null) return null;
  const [head, id, tail] = place.split(".");
  const added = fields.find((field) => placeOf(field.path) === "sections");
  if (head === "sections" && id && tail === "claims" && added?.shape === "list") {
    const claims = added.attributes.find((one) => one.shape === "list");
    if (claims?.shape !== "list") return null;
    reading.content.sections ??= [];
    (reading.content.sections as unknown[]).push({ id, label: reading.heading, claims: [] });
    return { ...claims, path: ["sections", id, "claims"] };
  }
  const field = fields.find((one) => placeOf(one.path) === place && ["list", "text", "body"].includes(one.shape));
  if (field?.shape === "list") put(reading.content, field.path, []);
  return field ?? null;
}

function readFact(fields: readonly Field[], reading: Reading, text: string, comment: string, number: number): boolean {
  const { name: place, value: told } = readComment(comment);
  const field = fields.find((one) => placeOf(one.path) === place);
  const value = field && readLabelled(text.trim(), field, told);
  if (!field || value === undefined) return false;
  put(reading.content, field.path, value);
  reading.lines.set(place, [number, number]);
  return true;
}

/** An item, or an attribute of the item before. */
function readItemLine(field: ListField, reading: Reading, text: string, comment: string | null): boolean {
  const [first, ...others] = field.attributes;
  if (!first) return false;
  const said = comment === null ? undefined : readComment(comment);
  const read = (one: Field) => readLabelled(text.trim(), one, said?.value);
  const attribute = /^\s+[-*+] /.test(text) && reading.item && others.find((one) => read(one) !== undefined);
  if (attribute && reading.item) {
    const isTold = saysWhere(field, attribute) && said?.value !== undefined;
    put(reading.item, attribute.path, isTold ? said.value : read(attribute));
    return true;
  }
  if (!/^[-*+]( |$)/.test(text)) return false;
  const item: Record<string, unknown> = { ...emptyContent(field.attributes), id: said?.name || crypto.randomUUID() };
  const words = unescapeText(text.slice(2));
  const isUnsaid = first.shape === "data" && words.trim() === "" && said?.value === undefined;
  const value = isUnsaid ? null : readValue(first, words, said?.value);
  if (value === undefined) return false;
  put(item, first.path, value);
  reading.item = item;
  listOf(reading, field).push(item);
  return true;
}

function listOf(reading: Reading, field: ListField): unknown[] {
  const list = field.path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.findLast((one) => isRecord(one) && one.id === key);
    return isRecord(value) ? value[key] : undefined;
  }, reading.content);
  return Array.isArray(list) ? list : [];
}

/** The value of `- **Label:** value`; undefined when the label is another field's or the value is none of its. `told` is what a
 * comment says beside the words. */
function readLabelled(text: string, field: Field, told: unknown): unknown {
  const match = /^[-*+] \*\*(.{0,200}?):\*\* ?(.*)$/s.exec(text);
  if (!match || unescapeText(match[1] ?? "") !== field.label) return undefined;
  return readValue(field, unescapeText(match[2] ?? ""), told);
}

function readValue(field: Field, text: string, told: unknown): unknown {
  const keyOf = (choices: Readonly<Record<string, string>>, name: string) =>
    Object.keys(choices).find((key) => choices[key] === name);
  switch (field.shape) {
    case "line":
    case "text":
    case "id":
      return text;
    case "number":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case "choice":
      return keyOf(field.choices, text);
    case "choices": {
      const keys = text.split(", ").map((name) => keyOf(field.choices, name));
      return keys.includes(undefined) ? undefined : keys;
    }
    case "data":
      return told;
    case "body":
    case "list":
      return undefined;
  }
}

function finishText(reading: Reading): void {
  const { field, text } = reading;
  const whole = text.join("\n");
  if (field?.shape === "text") put(reading.content, field.path, unescapeText(whole.trim()));
  if (field?.shape === "body") {
    put(reading.content, field.path, readBodyMarkdown(whole.replace(/^\n+|\n+$/g, ""), { shift: BODY_SHIFT }));
  }
  reading.text = [];
  reading.item = null;
}

/** Sets a value by the path of a field, never by a path out of the file. */
function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    record[head] = value;
    return;
  }
  record[head] ??= {};
  put(record[head] as Record<string, unknown>, rest, value);
}
