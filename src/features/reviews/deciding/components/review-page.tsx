"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { documentPath, KIND_PLACES, listPath } from "@/features/documents/components/document-link";
import { FreshnessPill } from "@/features/documents/verification/components/freshness-pill";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { ButtonLink } from "@/ui/button-link";
import { PageWithRail } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { DecisionPanel } from "./decision-panel";
import { PacketView } from "./packet-view";

interface ReviewPageProps {
  readonly kind: KindName;
  readonly documentId: string;
}

/** One document, by one person: what there is to know, and the decision. */
export function ReviewPage({ kind, documentId }: ReviewPageProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data: packet, refetch } = useSuspenseQuery(
    // A decision names what was seen: what changes meanwhile is shown when the person asks for it, not behind their back.
    trpc.reviews.packet.queryOptions(
      { workspaceId, documentId },
      { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false },
    ),
  );
  const { document } = packet;
  return (
    <>
      <TopBar
        crumbs={[
          { label: KIND_PLACES[kind].many, href: listPath(slug, kind) },
          { label: document.title || "No name yet", href: documentPath(slug, kind, documentId) },
          { label: "Review" },
        ]}
        actions={<ButtonLink href={documentPath(slug, kind, documentId)}>Open the {KIND_PLACES[kind].one}</ButtonLink>}
      >
        <FreshnessPill of={document} />
      </TopBar>
      <PageWithRail
        railLabel="Decision"
        rail={<DecisionPanel packet={packet} onLookAgain={() => refetch().then(() => undefined)} />}
      >
        <PacketView packet={packet} />
      </PageWithRail>
    </>
  );
}
