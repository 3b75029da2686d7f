// Looks at a file that somebody uploaded: what it is, what its columns seem to be.
import type { DetectedFile, FileFormat } from "../import-plan-rules";
import type { ReaderTools } from "./reader-protocol";

export interface DetectInput {
  /** The upload, an absolute path; what is unpacked or converted is put beside it. */
  readonly file: string;
  readonly fileName: string;
  /** What the person corrected; null to find out. */
  readonly format: FileFormat | null;
}

export async function detectFile(_input: DetectInput, _tools: ReaderTools<never>): Promise<DetectedFile> {
  throw new Error("to come within the hour");
}
