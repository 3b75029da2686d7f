import "server-only";
import { TRPCError } from "@trpc/server";
import { caller } from "./caller";

const REFUSED = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "BAD_REQUEST"];

/** An uploaded picture as WebP; null when there is none or the person may not see it, which looks the same. */
export async function readPicture(workspaceId: string, pictureId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { webp } = await (await caller()).documents.picture({ workspaceId, pictureId });
    return Uint8Array.from(Buffer.from(webp, "base64"));
  } catch (error) {
    if (error instanceof TRPCError && REFUSED.includes(error.code)) return null;
    throw error;
  }
}
