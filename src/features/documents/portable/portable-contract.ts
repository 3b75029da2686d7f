// Documents as files, as they cross the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { FILE_FORMATS } from "./portable-rules";

const format = z.enum(FILE_FORMATS);

export const exportInput = workspaceInput({
  documentId: z.uuid(),
  version: z.union([z.int().min(1).max(1_000_000), z.literal("draft")]),
  format,
});
export type ExportInput = z.output<typeof exportInput>;

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}
