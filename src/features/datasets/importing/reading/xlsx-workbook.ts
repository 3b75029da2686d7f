// What a workbook says of its sheets, and what their cells refer to.
import { AppError } from "@/shared/errors";
import { type Archive, broken } from "./xlsx-archive";

const MEGABYTE = 1024 * 1024;
const SMALL = 20 * MEGABYTE;
/** They are held while the sheet is read. */
const MAX_SHARED = 150 * MEGABYTE;

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

/** Throws INVALID for an archive that is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const workbook = plainNames(await archive.whole("xl/workbook.xml", SMALL));
  if (!workbook) throw noWorkbook();
  const links = plainNames(await archive.whole("xl/_rels/workbook.xml.rels", SMALL));
  const targets = new Map(
    [...links.matchAll(/<Relationship\b([^>]*)>/g)].map(([, given = ""]) => [
      attribute(given, "Id"),
      partPath(attribute(given, "Target")),
    ]),
  );
  const sheets = [...workbook.matchAll(/<sheet\b([^>]*)>/g)].flatMap(([, given = ""]) => {
    const part = targets.get(attribute(given, "r:id") || attribute(given, "id"));
    const isHidden = attribute(given, "state").toLowerCase().includes("hidden");
    return part?.includes("worksheets/") && !isHidden ? [{ name: attribute(given, "name"), part }] : [];
  });
  if (sheets.length === 0) throw broken();
  return { sheets, is1904: /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) };
}

function noWorkbook(): AppError {
  return new AppError(
    "INVALID",
    "This is an archive without an Excel workbook in it. Unpack it, and upload the table itself.",
  );
}

function partPath(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`.replace(/[^/]+\/\.\.\//g, "");
}

/** The text that cells share, in order. */
export async function readShared(archive: Archive): Promise<readonly string[]> {
  const shared: string[] = [];
  let rest = "";
  for await (const piece of archive.text("xl/sharedStrings.xml", MAX_SHARED) ?? []) {
    rest = plainNames(rest + piece);
    let from = 0;
    for (;;) {
      const end = rest.indexOf("</si>", from);
      const alone = rest.indexOf("<si/>", from);
      if (alone >= 0 && (end < 0 || alone < end)) {
        shared.push("");
        from = alone + 5;
      } else if (end >= 0) {
        shared.push(richText(rest.slice(from, end)));
        from = end + 5;
      } else break;
    }
    rest = rest.slice(from);
  }
  return shared;
}

/** What is written in `<t>`, without readings of Japanese names. */
export function richText(xml: string): string {
  const plain = xml.includes("<rPh") ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "") : xml;
  let text = "";
  for (const [, one = ""] of plain.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += one;
  return unescaped(text);
}

const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47]);

/** For each style of a cell whether it shows a day or a moment. */
export async function readDateStyles(archive: Archive): Promise<readonly boolean[]> {
  const styles = plainNames(await archive.whole("xl/styles.xml", SMALL));
  const custom = new Map(
    [...styles.matchAll(/<numFmt\b([^>]*)>/g)].map(([, given = ""]) => [
      Number(attribute(given, "numFmtId")),
      isDateFormat(attribute(given, "formatCode")),
    ]),
  );
  const cells = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? "";
  return [...cells.matchAll(/<xf\b([^>]*)>/g)].map(([, given = ""]) => {
    const id = Number(attribute(given, "numFmtId"));
    return custom.get(id) ?? DATE_FORMATS.has(id);
  });
}

function isDateFormat(code: string): boolean {
  // Hours that are counted on beyond a day are an amount.
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";", 1)[0] ?? "";
  return /[dy]|m{3,}|h|s/i.test(bare) && !/general/i.test(bare);
}

export function attribute(given: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(given);
  return unescaped(found?.[1] ?? found?.[2] ?? "");
}

/** Names of the main language without their prefix, which some programs write. */
export function plainNames(xml: string): string {
  return xml.includes("<x:") ? xml.replace(/<(\/?)x:/g, "<$1") : xml;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescaped(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : text;
  return plain.includes("_x")
    ? plain.replace(/_x([\da-f]{4})_/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}
