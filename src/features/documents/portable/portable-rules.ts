// A document as a file: what every way in and out has in common.
import type { DocumentContent } from "../field-rules";

export const FORMAT = "dramatis";
export const FORMAT_VERSION = 1;
/** How many levels deeper the headings of prose stand in a file. */
export const BODY_SHIFT = 2;

/** Characters of a text to import, and bytes of a file; more is refused before it is read. */
export const MAX_IMPORT = 512 * 1024;
/** Documents made by one import. */
export const MAX_IMPORTED = 20;

/** Pieces and documents that one text may have: more can't be looked through. */
export const MAX_PIECES = 5_000;
export const MAX_FOUND = 100;

export const FILE_FORMATS = ["markdown", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
/** The first two come back as they went, the others are for reading. */
export const EXPORT_FORMATS = [...FILE_FORMATS, "html", "docx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
const ENDINGS: Readonly<Record<ExportFormat, string>> = { markdown: "md", json: "json", html: "html", docx: "docx" };

/** When and of what a file was made. The hash is that of the content, so that it can be seen to be unaltered. */
export interface ExportStamp {
  readonly at: string;
  /** Null for a draft. */
  readonly version: number | null;
  readonly contentHash: string;
  /** How far it could be relied on then, in a line. */
  readonly freshness: string;
}

export interface PortableDocument {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly kind: string;
  readonly exported: ExportStamp;
  readonly content: DocumentContent;
}

/** The file as JSON; reading its `content` again gives the same document, ids and all. */
export function writeJson(kind: string, content: DocumentContent, exported: ExportStamp): string {
  const document: PortableDocument = { format: FORMAT, version: FORMAT_VERSION, kind, exported, content };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A name for the file: the title without what file systems mind. */
export function fileNameOf(title: string, version: number | null, format: ExportFormat): string {
  const name = title
    .replace(/[\p{C}"*/:<>?\\|]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80);
  return `${name || "Untitled"}${version === null ? " draft" : ` v${version}`}.${ENDINGS[format]}`;
}
