"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { PageTitle } from "@/ui/page";
import { sizeText } from "../../value-words-rules";
import type { ImportDetails } from "../import-contract";
import { ProgressBar } from "./progress-bar";

const OFTEN_MS = 500;

/** The file has arrived, or is arriving from another tab, and its columns are being found out. */
export function LookingStep({ details }: { readonly details: ImportDetails }) {
  const { id: workspaceId } = useWorkspace();
  const { id: importId, fileName, bytes, state } = details;
  const trpc = useTRPC();
  const client = useQueryClient();
  // Asking also begins the look anew where whoever was at it has ended.
  const { data: upload } = useQuery(
    trpc.datasets.upload.queryOptions({ workspaceId, importId }, { refetchInterval: OFTEN_MS, staleTime: 0 }),
  );
  const isOver = upload !== undefined && (upload.detected !== null || upload.problem !== null);
  useEffect(() => {
    if (isOver)
      void client.invalidateQueries({ queryKey: trpc.datasets.readImport.queryKey({ workspaceId, importId }) });
  }, [isOver, client, trpc, workspaceId, importId]);
  const words = state === "uploading" ? "It is being sent…" : "Finding out its columns…";
  return (
    <div className="max-w-[860px]">
      <PageTitle title={fileName} description={sizeText(bytes)} />
      <ProgressBar label={words} share={null} />
      <p role="status" className="pt-3 text-ink-2">
        {words}
      </p>
    </div>
  );
}
