import type { ReactNode } from "react";
import { LobbyFrame } from "@/features/workspaces/components/lobby-frame";
import { ApiProvider } from "@/trpc/client";

export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return (
    <ApiProvider>
      <LobbyFrame isSignedIn>{children}</LobbyFrame>
    </ApiProvider>
  );
}
