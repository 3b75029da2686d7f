"use client";
import { useQuery } from "@tanstack/react-query";
import { Footprints } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { documentPath, importPath, KIND_PLACES, listPath } from "@/features/documents/components/document-link";
import { NewDocumentDialog } from "@/features/documents/components/new-document";
import type { FoundDocument } from "@/features/documents/lists/list-contract";
import { MOST_FOUND } from "@/features/documents/lists/list-filter-rules";
import { NotificationBell } from "@/features/notifications/components/notification-bell";
import type { FoundItem, FrameAction } from "@/features/workspaces/components/frame/frame-props";
import { WorkspaceFrame } from "@/features/workspaces/components/frame/workspace-frame";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { JoinedWorkspace } from "@/features/workspaces/workspace-contract";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { useFirstSteps, useFirstStepsActs } from "../first-steps/components/use-first-steps";

const CREATABLE: readonly KindName[] = ["persona", "segment", "scenario"];

interface WorkspaceShellProps {
  readonly workspaces: readonly JoinedWorkspace[];
  readonly person: { readonly name: string; readonly email: string };
  readonly children: ReactNode;
}

/** The frame with what the features have to say in it: counts, things to find, things to make. */
export function WorkspaceShell({ workspaces, person, children }: WorkspaceShellProps) {
  const workspace = useWorkspace();
  const { id: workspaceId, slug, may } = workspace;
  const router = useRouter();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [creating, setCreating] = useState<KindName | null>(null);
  const { data: counts } = useQuery(trpc.documents.counts.queryOptions({ workspaceId }));
  const { data: reviews } = useQuery(trpc.reviews.count.queryOptions({ workspaceId }));

  const firstSteps = useFirstSteps();
  const { resume } = useFirstStepsActs();
  const goToFirstSteps: readonly FrameAction[] =
    firstSteps?.standing === "open" || firstSteps?.standing === "left"
      ? [
          {
            label: "First steps",
            onSelect: () => {
              if (firstSteps.standing === "left") resume();
              router.push(`/w/${slug}` as Route);
            },
          },
        ]
      : [];

  const search = async (text: string, signal: AbortSignal) => {
    if (text === "") {
      const recent = await client.search.recent.query({ workspaceId }, { signal });
      return recent.map((one) => foundItem(slug, { ...one, title: [{ text: one.title, isMatch: false }] }));
    }
    const found = await client.search.find.query({ workspaceId, text }, { signal });
    const items = found.map((one) => foundItem(slug, one));
    return found.length < MOST_FOUND ? items : [...items, ...CREATABLE.map((kind) => allOf(slug, kind, text))];
  };
  return (
    <WorkspaceFrame
      workspace={workspace}
      workspaces={workspaces}
      person={person}
      counts={{
        ...(counts && { segments: counts.segment, personas: counts.persona, scenarios: counts.scenario }),
        ...(reviews && reviews.count > 0 && { reviews: reviews.count }),
      }}
      bell={<NotificationBell />}
      search={search}
      actions={[
        ...(may("draft.edit")
          ? CREATABLE.flatMap((kind) => [
              { label: `New ${KIND_PLACES[kind].one}`, onSelect: () => setCreating(kind) },
              {
                label: `Import ${KIND_PLACES[kind].many.toLowerCase()}`,
                onSelect: () => router.push(importPath(slug, kind) as Route),
              },
            ])
          : []),
        ...goToFirstSteps,
      ]}
      personActions={goToFirstSteps.map((action) => ({
        ...action,
        icon: <Footprints aria-hidden="true" className="size-4" />,
      }))}
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

/** Where there is more than the menu shows: the list with the same words. */
function allOf(slug: string, kind: KindName, text: string): FoundItem {
  return {
    id: `all ${kind}`,
    label: [{ text: `All ${KIND_PLACES[kind].many.toLowerCase()} with “${text}”`, isMatch: false }],
    href: `${listPath(slug, kind)}?${new URLSearchParams({ text })}`,
  };
}

type Findable = Pick<FoundDocument, "id" | "kind" | "title" | "currentVersion"> &
  Partial<Pick<FoundDocument, "snippet" | "isRetired">>;

function foundItem(slug: string, { id, kind, title, currentVersion, snippet = null, isRetired }: Findable): FoundItem {
  const { one } = KIND_PLACES[kind];
  const standing = isRetired ? "retired" : currentVersion === null ? "not published" : `v${currentVersion}`;
  return {
    id,
    label: title.some(({ text }) => text !== "") ? title : [{ text: "No name yet", isMatch: false }],
    snippet,
    href: documentPath(slug, kind, id),
    hint: `${one}, ${standing}`,
  };
}
