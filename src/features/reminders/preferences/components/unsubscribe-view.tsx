"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import type { Subscription } from "../preference-contract";
import { GROUP_LABELS } from "../preference-rules";

interface Props {
  readonly token: string;
  readonly subscription: Subscription;
}

/** Behind the link of a mail: one button that spares the person of the kind, and the way back. */
export function UnsubscribeView({ token, subscription: given }: Props) {
  const trpc = useTRPC();
  const [{ group, workspaceName, isMailed }, setSubscription] = useState(given);
  const change = useMutation(trpc.preferences.changeSubscription.mutationOptions({ onSuccess: setSubscription }));
  const what = group === "digest" ? "Weekly letter" : GROUP_LABELS[group].label;
  return (
    <>
      <PageTitle
        size="44"
        eyebrow={<bdi>{workspaceName}</bdi>}
        title={what}
        description={
          group === "digest" ? "Once a week, what waits for you and what is ahead." : `${GROUP_LABELS[group].hint}`
        }
      />
      <div className="grid justify-items-start gap-4">
        <p aria-live="polite">
          {isMailed
            ? "These come to you by mail."
            : "These don't come to you by mail. In the app you are told of them as before."}
        </p>
        {change.error && <Notice tone="error">{refusal(change.error).message}</Notice>}
        <Button
          size="l"
          variant={isMailed ? "primary" : "plain"}
          pending={change.isPending}
          onClick={() => change.mutate({ token, isMailed: !isMailed })}
        >
          {isMailed ? "Send me no more of these" : "Send them again"}
        </Button>
      </div>
    </>
  );
}

export function UnsubscribeGone() {
  return (
    <PageTitle
      size="44"
      title="This link leads nowhere"
      description="It isn't complete, isn't ours, or belongs to somebody who is no member any more. Take it whole from the mail, or sign in and choose under Notifications."
    />
  );
}
