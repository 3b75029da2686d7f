"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { documentPath, KIND_PLACES } from "@/features/documents/components/document-link";
import { NewDocumentDialog } from "@/features/documents/components/new-document";
import type { KindName } from "@/features/documents/components/use-document-api";
import { NotificationBell } from "@/features/notifications/components/notification-bell";
import { WorkspaceFrame } from "@/features/workspaces/components/frame/workspace-frame";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { JoinedWorkspace } from "@/features/workspaces/workspace-contract";
import { useTRPC } from "@/trpc/client";

const CREATABLE: readonly KindName[] = ["persona", "segment"];

interface WorkspaceShellProps {
  readonly workspaces: readonly JoinedWorkspace[];
  readonly person: { readonly name: string; readonly email: string };
  readonly children: ReactNode;
}

/** The frame with what the features have to say in it: counts, things to find, things to make. */
export function WorkspaceShell({ workspaces, person, children }: WorkspaceShellProps) {
  const workspace = useWorkspace();
  const { id: workspaceId, slug, may } = workspace;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [creating, setCreating] = useState<KindName | null>(null);
  const { data: counts } = useQuery(trpc.documents.counts.queryOptions({ workspaceId }));

  const search = async (text: string) => {
    const found = await queryClient.fetchQuery(trpc.search.find.queryOptions({ workspaceId, text }));
    return found.map(({ id, kind, title }) => ({
      id,
      label: title.map((part) => part.text).join("") || "No name yet",
      href: documentPath(slug, kind, id),
      hint: KIND_PLACES[kind].one,
    }));
  };
  return (
    <WorkspaceFrame
      workspace={workspace}
      workspaces={workspaces}
      person={person}
      counts={counts && { segments: counts.segment, personas: counts.persona }}
      bell={<NotificationBell />}
      search={search}
      actions={
        may("draft.edit")
          ? CREATABLE.map((kind) => ({ label: `New ${KIND_PLACES[kind].one}`, onSelect: () => setCreating(kind) }))
          : []
      }
    >
      {children}
      {CREATABLE.map((kind) => (
        <NewDocumentDialog
          key={kind}
          kind={kind}
          open={creating === kind}
          onOpenChange={(isOpen) => setCreating(isOpen ? kind : null)}
        />
      ))}
    </WorkspaceFrame>
  );
}
