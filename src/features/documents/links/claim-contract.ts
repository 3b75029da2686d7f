// Claims of a version, for those who speak of them in a text, as they cross the wire.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { Claim } from "../field-rules";

export const versionClaimsInput = workspaceInput({
  documentId: z.uuid(),
  /** The version that is published now where none is named. */
  version: z.int().min(1).max(1_000_000).optional(),
});
export type VersionClaimsInput = z.output<typeof versionClaimsInput>;

export interface ClaimSection {
  readonly label: string;
  readonly claims: readonly (Pick<Claim, "text" | "provenance" | "source"> & {
    /** As of `placeOf`; stays the same across versions. */
    readonly place: string;
  })[];
}

export interface VersionClaims {
  readonly version: number;
  /** As the document is called in this version. */
  readonly title: string;
  /** Those that have claims, in the order of reading. */
  readonly sections: readonly ClaimSection[];
}
