// JSON of any shape as pieces, by its keys.
import { fieldAt, isRecord } from "../field-rules";
import { type Findings, type Found, type Piece, refuseTooMany } from "./found-rules";
import { type LabelTable, placeOfLabel } from "./label-rules";
import { FORMAT } from "./portable-rules";
import { pointerPart } from "./scan-json-rules";

/** The documents in a parsed value: an export of ours, one object, a list of them, or an object that holds a list. */
export function mapJson(table: LabelTable, value: unknown, fileName: string): Findings {
  const mapper = new JsonMapper(table);
  const fallback = fileName.replace(/\.\w{1,8}$/, "");
  if (Array.isArray(value) && value.some(isRecord)) {
    return { found: value.flatMap((one, index) => mapper.document(one, `/${index}`, fallback)), around: [] };
  }
  if (isRecord(value) && !isOwn(value)) {
    const [key, list] = Object.entries(value).find(([, one]) => isListOfDocuments(table, one)) ?? [];
    if (key !== undefined && Array.isArray(list)) {
      const found = list.flatMap((one, index) => mapper.document(one, `/${pointerPart(key)}/${index}`, fallback));
      return { found, around: mapper.around(Object.entries(value).filter(([name]) => name !== key)) };
    }
  }
  return { found: mapper.document(value, "", fallback), around: [] };
}

interface OwnJson {
  readonly kind: unknown;
  readonly version: unknown;
  readonly content: Readonly<Record<string, unknown>>;
  readonly exported: unknown;
}

function isOwn(value: unknown): value is OwnJson {
  return isRecord(value) && value.format === FORMAT && isRecord(value.content);
}

/** Records that have a name each. */
function isListOfDocuments(table: LabelTable, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (one) => isOwn(one) || (isRecord(one) && Object.keys(one).some((key) => placeOfKey(table, key) === "title")),
    )
  );
}

function placeOfKey(table: LabelTable, key: string): string | undefined {
  return placeOfLabel(table, wordsOf(key));
}

/** "painPoints", "pain_points" → "pain points". */
function wordsOf(key: string): string {
  return key
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
}

class JsonMapper {
  private count = 0;
  /** Values, empty ones too. */
  private seen = 0;
  private pieces: Piece[] = [];
  private taken = new Set<string>();

  constructor(private readonly table: LabelTable) {}

  document(value: unknown, pointer: string, fallback: string): readonly Found[] {
    this.pieces = [];
    this.taken = new Set();
    if (isOwn(value)) return [this.own(value, pointer)];
    let title = "";
    for (const [key, inner] of isRecord(value) ? Object.entries(value) : [["", value] as const]) {
      const at = isRecord(value) ? `${pointer}/${pointerPart(key)}` : pointer;
      if (
        title === "" &&
        typeof inner === "string" &&
        inner.trim() !== "" &&
        placeOfKey(this.table, key) === "title" &&
        inner.length <= 120
      ) {
        title = inner.trim();
        this.add({ where: at, text: title, heading: "", to: "title", isLabel: true, isSaid: true });
      } else this.value(inner, at, [wordsOf(key)], placeOfKey(this.table, key));
    }
    return [{ title: title || fallback, pieces: this.pieces }];
  }

  around(entries: readonly (readonly [string, unknown])[]): readonly Piece[] {
    this.pieces = [];
    for (const [key, value] of entries) this.value(value, `/${pointerPart(key)}`, [wordsOf(key)], undefined);
    return this.pieces;
  }

  private add(piece: Omit<Piece, "number">) {
    this.pieces.push({ ...piece, number: this.count++ });
  }

  private value(value: unknown, pointer: string, trail: readonly string[], place: string | undefined) {
    this.seen += 1;
    refuseTooMany(this.seen);
    if (value === null || value === "") return;
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) this.value(one, `${pointer}/${index}`, trail, place);
    } else if (isRecord(value)) this.record(value, pointer, trail, place);
    else this.statement(String(value), pointer, trail, place);
  }

  /** An object's text with what else it says; else one by one, each under its key. */
  private record(value: Record<string, unknown>, pointer: string, trail: readonly string[], place: string | undefined) {
    for (const [key, inner] of Object.entries(value)) {
      const at = `${pointer}/${pointerPart(key)}`;
      const isText =
        place !== undefined && ["text", "title", "name", "label", "description", "statement"].includes(key);
      if (isText) this.value(inner, at, trail, place);
      else this.value(inner, at, [...trail, wordsOf(key)], placeOfKey(this.table, key) ?? place);
    }
  }

  private statement(text: string, where: string, trail: readonly string[], place: string | undefined) {
    const { rules, fields } = this.table;
    const heading = trail.filter(Boolean).join(" · ");
    const plain = text.replace(/\r\n?/g, "\n").trim();
    if (plain === "") return;
    const to = place === "title" ? undefined : place;
    if (to === undefined) return this.add({ where, text: plain, heading, to: rules.rest });
    const { shape } = fieldAt(fields, to);
    if (to === rules.rest) return this.add({ where, text: plain, heading, to, isMeant: true });
    if (shape === "list") return this.add({ where, text: plain, heading, to });
    const facts = rules.value(to, plain);
    if (!facts || this.taken.has(to)) return this.add({ where, text: plain, heading, to: rules.rest });
    this.taken.add(to);
    for (const fact of facts) this.add({ where, text: fact.text, heading, to: fact.place });
  }

  /** An export of ours. What its content has that no document has is kept as text. */
  private own({ content, kind, version, exported }: OwnJson, pointer: string): Found {
    const known = new Set(this.table.fields.map(({ path }) => path[0]));
    const [mine, others] = [true, false].map((isKnown) =>
      Object.entries(content).filter(([key]) => known.has(key) === isKnown),
    );
    for (const [key, value] of others ?? []) {
      this.value(value, `${pointer}/content/${pointerPart(key)}`, [wordsOf(key)], undefined);
    }
    const said = isRecord(exported) ? exported : {};
    const stamp = {
      kind: String(kind),
      formatVersion: String(version),
      version: typeof said.version === "number" ? said.version : null,
      at: typeof said.at === "string" ? said.at : "",
      contentHash: typeof said.contentHash === "string" ? said.contentHash : "",
    };
    const title = typeof content.title === "string" ? content.title : "";
    return { title, pieces: this.pieces, exact: { content: Object.fromEntries(mine ?? []), stamp } };
  }
}
