import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 in hexadecimal of the content as canonical JSON (RFC 8785): equal content, equal hash, on any machine. */
export function contentHash(content: unknown): string {
  return createHash("sha256")
    .update(canonicalize(content) ?? "")
    .digest("hex");
}
