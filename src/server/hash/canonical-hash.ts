import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 in hexadecimal of a JSON value as canonical JSON (RFC 8785): equal values, equal hash, on any machine. */
export function canonicalHash(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");
}
