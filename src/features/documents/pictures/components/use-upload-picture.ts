"use client";
import { useCallback } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPCClient } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { preparePicture } from "./prepare-picture";

/** Keeps a file as a picture of the workspace, for a text, and gives its id. Rejects with an Error for people. */
export function useUploadPicture(): (file: File) => Promise<string> {
  const { id: workspaceId } = useWorkspace();
  const client = useTRPCClient();
  return useCallback(
    async (file) => {
      const picture = await preparePicture(file);
      try {
        const { pictureId } = await client.documents.uploadPicture.mutate({ workspaceId, picture, use: "text" });
        return pictureId;
      } catch (error) {
        throw new Error(refusal(error).message, { cause: error });
      }
    },
    [workspaceId, client],
  );
}
