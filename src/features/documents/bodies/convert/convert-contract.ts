// Files that become prose, as they cross the wire.
import { z } from "zod";
import { requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { Body } from "../body-rules";
import { MAX_SENT } from "./docx-archive-rules";

export const convertToBodyInput = workspaceInput({
  /** What it is, by its ending. */
  fileName: requiredLine(255),
  /** The file, base64. Browsers leave out pictures of larger ones before they send them. */
  file: z.base64("This file can't be read.").max(Math.ceil(MAX_SENT / 3) * 4, "This file is larger than 700 kB."),
});
export type ConvertToBodyInput = z.output<typeof convertToBodyInput>;

export interface ConvertedBody {
  readonly body: Body;
  /** What one should know, in sentences. */
  readonly notes: readonly string[];
}
