import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { OutboxView } from "@/features/accounts/components/outbox-view";
import { LobbyFrame } from "@/features/workspaces/components/lobby-frame";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

export default async function OutboxPage() {
  const [{ accounts }, session] = await Promise.all([caller(), currentSession()]);
  const mails = await accounts.outbox().catch((error: unknown) => {
    // Outside of the demo there is no such page.
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
  return (
    <LobbyFrame isSignedIn={session !== null}>
      <OutboxView mails={mails} />
    </LobbyFrame>
  );
}
