"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPCClient } from "@/trpc/client";
import type { ConvertedBody } from "../../convert/convert-contract";
import { lightDocx, MAX_SENT } from "../../convert/docx-archive-rules";

/** What a browser is asked for. */
export const TEXT_FILES = ".md,.markdown,.txt,.html,.htm,.docx";

/**
 * Makes prose of a file of Markdown, plain text, HTML or Word. Rejects with a sentence: an Error of its own for what is
 * too large to be sent, else the refusal of the server.
 */
export function useConvertFile(): (file: File) => Promise<ConvertedBody> {
  const { id: workspaceId } = useWorkspace();
  const client = useTRPCClient();
  return async (file) => {
    const { bytes, left } = await sendable(file);
    const input = { workspaceId, fileName: file.name.slice(-255), file: base64(bytes) };
    const { body, notes } = await client.documents.convertToBody.mutate(input);
    const note = left === 1 ? "One picture was too large to be sent." : `${left} pictures were too large to be sent.`;
    // The server counts what it didn't find; why is known here.
    return left === 0 ? { body, notes } : { body, notes: [note] };
  };
}

async function sendable(file: File): Promise<{ readonly bytes: Uint8Array; readonly left: number }> {
  const isWord = /\.docx$/i.test(file.name);
  if (!isWord && file.size > MAX_SENT) {
    throw new Error(`“${file.name}” is larger than 700 kB. Split it and insert one part after the other.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isWord) return { bytes, left: 0 };
  const light = lightDocx(bytes);
  return { bytes: light.file, left: light.left };
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  // As many arguments as every browser takes at once.
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}
