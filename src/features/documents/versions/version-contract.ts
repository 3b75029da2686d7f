// Long histories, as they cross the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";

export const earlierVersionsInput = workspaceInput({
  documentId: z.uuid(),
  /** A version's number. */
  before: z.int().min(1).max(1_000_000),
});
export type EarlierVersionsInput = z.output<typeof earlierVersionsInput>;
