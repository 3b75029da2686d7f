// Documents as files, as they cross the wire.
import { z } from "zod";
import { paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { EXPORT_FORMATS, FILE_FORMATS, MAX_IMPORT, MAX_IMPORTED, MAX_PIECES } from "./portable-rules";

const format = z.enum(FILE_FORMATS);

export const exportInput = workspaceInput({
  documentId: z.uuid(),
  version: z.union([z.int().min(1).max(1_000_000), z.literal("draft")]),
  format: z.enum(EXPORT_FORMATS),
});

const file = {
  format,
  text: z
    .string({ error: "The text to import is text." })
    .min(1, "There is nothing to import. Paste a text or choose a file.")
    .max(MAX_IMPORT, `The text holds up to ${MAX_IMPORT / 1024} kB. Split it and import one part after the other.`),
  /** What claims name as where they are from. */
  fileName: requiredLine(120),
};

export const templatesInput = workspaceInput({});
export interface ListedTemplate {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly line: string;
}

export const previewImportInput = workspaceInput(file);
export const importInput = workspaceInput({
  ...file,
  documents: z
    .array(
      z.strictObject({
        /** Counted from 0, in the order of the preview. */
        at: z.int().min(0).max(1_000),
        title: requiredLine(120),
        /** In the place of the subtitle that the text has. */
        subtitle: paragraphs(600).optional(),
      }),
    )
    .min(1, "Choose at least one to import.")
    .max(MAX_IMPORTED, `Up to ${MAX_IMPORTED} at once. Import the others after these.`),
  /** Where pieces go that don't go where the preview put them. */
  moves: z
    .array(z.strictObject({ piece: z.int().min(0).max(1_000_000), to: z.string().min(1).max(80) }))
    .max(MAX_PIECES),
});

export type ExportInput = z.output<typeof exportInput>;
export type PreviewImportInput = z.output<typeof previewImportInput>;
export type ImportInput = z.output<typeof importInput>;

export interface ExportedFile {
  readonly name: string;
  /** Base64 for a format that is no text. */
  readonly text: string;
}

export interface PreviewedPiece {
  readonly number: number;
  readonly where: string;
  readonly text: string;
  readonly heading: string;
  /** Where it goes: a field's dotted path, `*section` or `*out`. */
  readonly to: string;
  readonly isLabel: boolean;
  /** Kept with the rest because that is what its heading means. */
  readonly isMeant: boolean;
  readonly mark: string;
  /** Of a file of ours: it goes back to where it was. */
  readonly isFixed: boolean;
}

export interface PreviewedDocument {
  readonly at: number;
  readonly title: string;
  readonly subtitle: string;
  readonly pieces: readonly PreviewedPiece[];
  /** What else one should know, in sentences. */
  readonly notes: readonly string[];
}

export interface ImportPreview {
  readonly documents: readonly PreviewedDocument[];
  /** What belongs to none of several documents; goes with the first that is imported. */
  readonly around: readonly PreviewedPiece[];
}
