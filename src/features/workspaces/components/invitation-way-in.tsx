"use client";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import type { InvitationPreview } from "../invitation-contract";
import { keepInvitation } from "./kept-invitation";

interface Props {
  readonly token: string;
  readonly workspaceName: string;
  /** In full for the addressee, masked for others. */
  readonly email: string;
  readonly reader: InvitationPreview["reader"];
  readonly signedInAs: string | null;
}

/** What to do for those who may not accept yet: sign in, sign up, switch to the right account or confirm its address. */
export function InvitationWayIn({ token, workspaceName, email, reader, signedInAs }: Props) {
  const back = new URLSearchParams({ callbackUrl: `/invitations/${token}` });
  const keep = () => keepInvitation({ token, workspaceName });
  if (reader === "unverified") {
    return <Notice>Confirm your address {email} first, with the link that we sent you. Then come back.</Notice>;
  }
  if (reader === "stranger") {
    return (
      <Notice
        title="This invitation is for another address"
        action={
          <form method="post" action={`/sign-out?${back}`} onSubmit={keep}>
            <Button type="submit">Switch account</Button>
          </form>
        }
      >
        It was sent to {email}, and you are signed in as {signedInAs}. Sign out and come back with that address, or ask
        for an invitation to yours.
      </Notice>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">Use the address {email}: the invitation opens for no other.</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/sign-up?${back}`} variant="primary" size="l" onClick={keep}>
          Create an account
        </ButtonLink>
        <ButtonLink href={`/sign-in?${back}`} size="l" onClick={keep}>
          Sign in
        </ButtonLink>
      </div>
    </div>
  );
}
