"use client";
import { useEffect, useState } from "react";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import { type KeptInvitation, keptInvitation } from "./kept-invitation";

/** Leads back to the invitation that somebody came with before they had an account. */
export function InvitationReminder() {
  const [kept, setKept] = useState<KeptInvitation | null>(null);
  useEffect(() => setKept(keptInvitation()), []);
  if (!kept) return null;
  return (
    <Notice
      className="mb-8"
      title={
        <>
          You are invited to <bdi>{kept.workspaceName}</bdi>
        </>
      }
      action={<ButtonLink href={`/invitations/${kept.token}`}>See the invitation</ButtonLink>}
    >
      Accept it to join, rather than making a workspace of your own.
    </Notice>
  );
}
