import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";

export const measuredPersonaInput = workspaceInput({ documentId: z.uuid() });
export const createFromInput = workspaceInput({ segmentId: z.uuid() });

/** Something that a persona says and the data know: what is stated, what was measured, and whether they go together. */
export interface MeasuredFact {
  /** Where it stands, as of `placeOf`. */
  readonly place: string;
  readonly label: string;
  readonly stated: string;
  readonly measured: string;
  readonly isContradicted: boolean;
  /** "Plus members v3, Loyalty export, 1 Nov 2026 (snapshot 4)". */
  readonly source: string;
}
