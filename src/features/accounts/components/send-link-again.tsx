"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import type { LinkPurpose } from "../account-contract";

interface SendLinkAgainProps {
  readonly email: string;
  readonly purpose: LinkPurpose;
}

/** Asks for another mail, and says in its place what came of it. */
export function SendLinkAgain({ email, purpose }: SendLinkAgainProps) {
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState("");

  async function send() {
    if (isPending) return;
    setPending(true);
    try {
      // Only now: the sign-in page doesn't load the API's client for what hardly anybody needs.
      const { api } = await import("@/trpc/client");
      await api.accounts.sendLink.mutate({ email, purpose });
      setSaid("Sent. It should arrive within a minute.");
    } catch (error) {
      const { refusal } = await import("@/trpc/refusal");
      setSaid(refusal(error).message);
    }
    setPending(false);
  }

  return (
    <div className="grid gap-1.5">
      <Button pending={isPending} pendingLabel="Sending…" onClick={send}>
        Send the link again
      </Button>
      <p aria-live="polite" className="text-small text-ink-2 empty:hidden">
        {said}
      </p>
    </div>
  );
}
