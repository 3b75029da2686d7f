"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  Archive,
  ArchiveRestore,
  Columns3,
  Copy,
  FileOutput,
  PenLine,
  Printer,
  ShieldCheck,
  Trash2,
  UserRound,
  UserRoundCheck,
} from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Menu } from "@/ui/menu";
import { toast } from "@/ui/toast";
import { usePart } from "@/ui/use-part";
import type { DocumentHead } from "../document-contract";
import { useWritePersona } from "../links/components/use-write-persona";
import { useWriteScenario } from "../links/components/use-write-scenario";
import { useListActs } from "../lists/components/use-list-acts";
import { ExportDialog } from "../portable/components/export-dialog";
import { besidePath, KIND_PLACES, printPath } from "./document-link";
import type { DocumentAct } from "./document-menu-dialog";
import { useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

const loadDialog = () => import("./document-menu-dialog").then((part) => part.DocumentMenuDialog);

interface DocumentMenuProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
}

/** What is done to a document as a whole, and seldom. */
export function DocumentMenu({ kind, document }: DocumentMenuProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const [act, setAct] = useState<DocumentAct>("retire");
  const [isOpen, setOpen] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const Dialog = usePart(loadDialog, isOpen, () => setOpen(false));
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  const refresh = useDocumentRefresh(kind);
  const { duplicate } = useListActs(kind);
  const { write } = useWriteScenario();
  const { write: writePersona } = useWritePersona();
  const { one } = KIND_PLACES[kind];
  const target = { workspaceId, documentId: document.id };
  const onError = (error: unknown) => toast(refusal(error).message, { tone: "error" });
  const reopen = useMutation(
    api.reopen.mutationOptions({ onSuccess: () => refresh().then(() => toast(`The ${one} is back in use.`)), onError }),
  );
  const verify = async () => {
    try {
      const { checked, altered } = await queryClient.fetchQuery(api.verify.queryOptions(target, { staleTime: 0 }));
      if (altered.length > 0) toast(`Altered since publication: v${altered.join(", v")}.`, { tone: "error" });
      else toast(checked === 1 ? "v1 is as it was published." : `All ${checked} versions are as they were published.`);
    } catch (error) {
      onError(error);
    }
  };
  const ask = (what: DocumentAct) => () => {
    setAct(what);
    setOpen(true);
  };
  const icon = "size-4";
  return (
    <>
      <Menu
        label={`More for this ${one}`}
        entries={[
          {
            kind: "link",
            label: `Put beside another ${one}`,
            href: besidePath(slug, kind, [document.id]),
            icon: <Columns3 className={icon} />,
          },
          ...(document.currentVersion === null
            ? []
            : [
                {
                  kind: "act" as const,
                  label: "Check the versions",
                  hint: "Recomputes each one's fingerprint",
                  icon: <ShieldCheck className={icon} />,
                  onSelect: () => void verify(),
                },
              ]),
          {
            kind: "link",
            label: "Print or save as PDF",
            href: printPath(slug, kind, document.id),
            icon: <Printer className={icon} />,
          },
          ...(kind === "persona" && may("draft.edit") && document.retired === null
            ? [
                {
                  kind: "act" as const,
                  label: "Write a scenario",
                  hint: "What happens to them",
                  icon: <PenLine className={icon} />,
                  onSelect: () => write(document.id),
                },
              ]
            : []),
          ...(kind === "segment" && may("draft.edit") && document.retired === null
            ? [
                {
                  kind: "act" as const,
                  label: "Write a persona",
                  hint: "With what was measured of them",
                  icon: <PenLine className={icon} />,
                  onSelect: () => writePersona(document.id),
                },
              ]
            : []),
          ...(may("draft.edit")
            ? [
                {
                  kind: "act" as const,
                  label: "Duplicate",
                  hint: "A new one with the same content",
                  icon: <Copy className={icon} />,
                  onSelect: () => duplicate(document.id),
                },
                {
                  kind: "act" as const,
                  label: "Change the owner…",
                  hint: document.owner.name,
                  icon: <UserRound className={icon} />,
                  onSelect: ask("owner"),
                },
                {
                  kind: "act" as const,
                  label: "Name verifiers…",
                  icon: <UserRoundCheck className={icon} />,
                  onSelect: ask("verifiers"),
                },
              ]
            : []),
          {
            kind: "act" as const,
            label: "Export…",
            hint: "As Markdown or JSON",
            icon: <FileOutput className={icon} />,
            onSelect: () => setExporting(true),
          },
          ...(may("document.retire")
            ? [
                document.retired
                  ? {
                      kind: "act" as const,
                      label: "Bring back into use",
                      icon: <ArchiveRestore className={icon} />,
                      onSelect: () => reopen.mutate(target),
                    }
                  : {
                      kind: "act" as const,
                      label: `Retire this ${one}…`,
                      icon: <Archive className={icon} />,
                      onSelect: ask("retire"),
                    },
              ]
            : []),
          ...(may("document.delete")
            ? [
                { kind: "line" as const },
                {
                  kind: "act" as const,
                  label: "Delete for good…",
                  icon: <Trash2 className={icon} />,
                  isFinal: true,
                  onSelect: ask("delete"),
                },
              ]
            : []),
        ]}
      />
      <ExportDialog kind={kind} document={document} open={isExporting} onOpenChange={setExporting} />
      {Dialog && <Dialog act={act} kind={kind} document={document} open={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
