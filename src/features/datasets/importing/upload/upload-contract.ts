// Files that were uploaded and looked at, on the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import { fileFormat } from "../import-contract";
import type { DetectedFile } from "../import-plan-rules";

const importId = z.uuid();

export const uploadInput = workspaceInput({ importId });

/** What the file is, as the person says. */
export const detectAgainInput = workspaceInput({ importId, format: fileFormat });

/** What is known of an upload so far. */
export interface UploadState {
  readonly importId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: "uploading" | "uploaded" | "waiting" | "running" | "done" | "failed" | "cancelled";
  /** Null until somebody has looked at the file, which takes seconds, and where it can't be read. */
  readonly detected: DetectedFile | null;
  /** Why it can't be read, in words for people. */
  readonly problem: string | null;
}

/** What the upload's own request is answered. */
export interface Uploaded {
  readonly importId: string;
}
