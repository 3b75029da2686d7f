import type { ReactNode } from "react";
import { currentSession } from "@/api/caller";
import { LobbyFrame } from "@/features/workspaces/components/lobby-frame";
import { ApiProvider } from "@/trpc/client";

export default async function UnsubscribeLayout({ children }: { readonly children: ReactNode }) {
  return (
    <ApiProvider>
      <LobbyFrame isSignedIn={(await currentSession()) !== null}>{children}</LobbyFrame>
    </ApiProvider>
  );
}
