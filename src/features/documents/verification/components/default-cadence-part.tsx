"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { KIND_PLACES } from "../../components/document-link";
import type { DefaultCadences } from "../verification-contract";
import { CadenceDialogPart } from "./cadence-dialog-part";

interface DefaultCadenceProps {
  /** Null for all documents. */
  readonly kind: KindName | null;
  readonly defaults: DefaultCadences;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** How often documents in general are verified, or those of a kind. */
export function DefaultCadencePart({ kind, defaults, open, onClose }: DefaultCadenceProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const save = useMutation(
    trpc.verification.setDefault.mutationOptions({
      onSuccess: async () => {
        // The due days of documents move with it.
        await queries.invalidateQueries();
        onClose();
        toast("Saved. Documents move to their new days in a moment.");
      },
    }),
  );
  const { workspace, kinds } = defaults;
  const own = kinds.find((one) => one.kind === kind)?.cadence ?? null;
  return (
    <CadenceDialogPart
      open={open}
      onClose={onClose}
      title={kind === null ? "All documents" : `All ${KIND_PLACES[kind].many.toLowerCase()}`}
      description="Documents with a cadence of their own keep it."
      cadence={kind === null ? workspace : (own ?? workspace)}
      isOwn={kind === null ? !workspace.isBuiltIn : own !== null}
      widerLabel={kind === null ? "By default: every quarter" : `As all documents: ${workspace.words}`}
      documentId={null}
      save={{
        isPending: save.isPending,
        error: save.error,
        mutate: (cadence) => save.mutate({ workspaceId, kind, cadence }),
      }}
    />
  );
}
