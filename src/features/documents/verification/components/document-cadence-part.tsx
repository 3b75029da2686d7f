"use client";
import { useMutation } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { toast } from "@/ui/toast";
import type { VerificationView } from "../verification-contract";
import { CadenceDialogPart } from "./cadence-dialog-part";
import { SOURCE_WORDS } from "./source-words";
import { useVerificationRefresh } from "./use-verification-refresh";

interface DocumentCadenceProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly verification: VerificationView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** How often one document is verified. */
export function DocumentCadencePart({ kind, documentId, verification, open, onClose }: DocumentCadenceProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useVerificationRefresh(kind);
  const save = useMutation(
    trpc.verification.setCadence.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onClose();
        toast("Saved.");
      },
    }),
  );
  const { cadence, wider } = verification;
  return (
    <CadenceDialogPart
      open={open}
      onClose={onClose}
      title="Verification"
      description="How often somebody looks at it and says whether it is still true."
      cadence={cadence}
      isOwn={cadence.source === "document"}
      widerLabel={`${wider.words}, ${SOURCE_WORDS[wider.source]}`}
      documentId={documentId}
      save={{
        isPending: save.isPending,
        error: save.error,
        mutate: (changed) => save.mutate({ workspaceId, documentId, cadence: changed }),
      }}
    />
  );
}
