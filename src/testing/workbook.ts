// Excel workbooks for tests, as small as they can be: an archive of a few parts.
import { crc32, deflateRawSync } from "node:zlib";

/** An archive with the given parts. */
export function archiveOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const listings: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt32LE(crc32(bytes), 4);
    sizes.writeUInt32LE(packed.length, 8);
    sizes.writeUInt32LE(bytes.length, 12);
    sizes.writeUInt16LE(Buffer.byteLength(name), 16);
    const version = Buffer.from([20, 0, 0, 0, 8, 0]);
    const local = Buffer.concat([
      Buffer.from("PK\x03\x04", "latin1"),
      version,
      sizes,
      Buffer.alloc(2),
      Buffer.from(name),
      packed,
    ]);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(offset, 12);
    const listing = [
      Buffer.from("PK\x01\x02", "latin1"),
      Buffer.from([20, 0]),
      version,
      sizes,
      place,
      Buffer.from(name),
    ];
    listings.push(Buffer.concat(listing));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(listings);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(listings.length, 8);
  end.writeUInt16LE(listings.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

/** Rows of cells by sheet: text, numbers, yes and no, and days as Excel counts them. */
export type SheetCell = string | number | boolean | { readonly serial: number } | null;

export function workbookOf(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): Buffer {
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const parts = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(rows, shared),
  ]);
  return archiveOf({
    "xl/workbook.xml": `<workbook><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(parts),
    "xl/sharedStrings.xml": `<sst>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
  });
}

function sheetXml(rows: readonly (readonly SheetCell[])[], shared: string[]): string {
  const cellXml = (cell: SheetCell, place: string) => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === "object") return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
    shared.push(cell);
    return `<c r="${place}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const lines = rows.map((cells, row) => {
    const inside = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${row + 1}`)).join("");
    return inside ? `<row r="${row + 1}">${inside}</row>` : `<row r="${row + 1}"/>`;
  });
  return `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
