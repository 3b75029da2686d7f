import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, trpc } from "@/api/rsc";
import { SessionPage } from "@/features/reviews/planning/components/session-page";

interface Props {
  readonly params: Promise<{ slug: string; sessionId: string }>;
}

async function asked({ params }: Props) {
  const { slug, sessionId } = await params;
  const { id: workspaceId } = await requireWorkspace(slug);
  return need(trpc.reviews.session.queryOptions({ workspaceId, sessionId }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).title };
}

export default async function Page(props: Props) {
  const { id, state } = await asked(props);
  const { id: workspaceId } = await requireWorkspace((await props.params).slug);
  if (state === "open") await need(trpc.reviews.room.queryOptions({ workspaceId, sessionId: id }));
  if (state === "closed") await need(trpc.reviews.minutes.queryOptions({ workspaceId, sessionId: id }));
  return (
    <HydrateClient>
      <SessionPage sessionId={id} />
    </HydrateClient>
  );
}
