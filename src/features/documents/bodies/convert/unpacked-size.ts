// What an archive says of its size may be a lie: it is unpacked once, counting, before anything else unpacks it.

import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { AppError } from "@/shared/errors";
import { MAX_UNPACKED, packedParts } from "./docx-archive-rules";

const unpack = promisify(inflateRaw);

/** Throws LIMIT for more than `MAX_UNPACKED` bytes, INVALID for what can't be unpacked. */
export async function checkUnpacked(file: Uint8Array): Promise<void> {
  let left = MAX_UNPACKED;
  for (const { bytes, isPacked } of packedParts(file)) {
    try {
      left -= isPacked ? (await unpack(bytes, { maxOutputLength: Math.max(left, 1) })).length : bytes.length;
    } catch (error) {
      const isLarge = error instanceof RangeError || (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
      if (isLarge) left = -1;
      else
        throw new AppError(
          "INVALID",
          "This Word document is broken and can't be read. Save it anew, or paste what is in it.",
        );
    }
    if (left < 0) {
      throw new AppError(
        "LIMIT",
        "This Word document is too large when it is unpacked. Split it, or paste what is in it.",
      );
    }
  }
}
