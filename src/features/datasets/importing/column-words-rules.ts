// How a file and its columns are read, in words without jargon.
import { TRAIT_TYPES } from "../catalog-rules";
import { COLUMN_ROLES, type ColumnReading, type DelimitedFormat, type FileFormat } from "./import-plan-rules";

export const DELIMITER_WORDS: Record<DelimitedFormat["delimiter"], string> = {
  ",": "Commas",
  ";": "Semicolons",
  "\t": "Tabs",
  "|": "Vertical bars",
};

export const ENCODING_WORDS: Record<DelimitedFormat["encoding"], string> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16)",
  "utf-16be": "Unicode (UTF-16, older order)",
  "windows-1252": "Western European (Windows)",
};

export const DATE_ORDER_WORDS: Record<ColumnReading["dateOrder"], string> = {
  ymd: "Year, month, day",
  dmy: "Day, month, year",
  mdy: "Month, day, year",
};

/** "Text with semicolons", "Excel, sheet “Orders”". */
export function formatWords(format: FileFormat): string {
  switch (format.kind) {
    case "delimited":
      return `Text with ${DELIMITER_WORDS[format.delimiter].toLowerCase()}`;
    case "xlsx":
      return `Excel, sheet “${format.sheet}”`;
    case "parquet":
      return "Parquet";
    case "json-lines":
      return "JSON lines";
  }
}

/** What a column becomes, under its name: "Number in EUR", "Day", "Customer’s id". */
export function readingWords({ role, type, unit }: ColumnReading): string {
  if (role !== "trait") return COLUMN_ROLES[role];
  if (type !== "number" || unit === "plain") return TRAIT_TYPES[type];
  return unit === "share" ? "Share" : `Number in ${unit.currency}`;
}

/** Words that one types with commas between them, each once. */
export function spellingsOf(text: string, most = 50): readonly string[] {
  const words = text.split(",").map((word) => word.trim().slice(0, 40));
  return [...new Set(words)].filter(Boolean).slice(0, most);
}
