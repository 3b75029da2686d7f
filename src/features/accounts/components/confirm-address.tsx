"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";

interface Props {
  readonly token: string;
  /** Null when the link is no good for who is signed in. */
  readonly newEmail: string | null;
  readonly ownEmail: string;
}

/** Where the mail to a new address leads. It takes a press, since programs that check mails visit every link. */
export function ConfirmAddress({ token, newEmail, ownEmail }: Props) {
  const trpc = useTRPC();
  const confirm = useMutation(
    trpc.accounts.confirmEmailChange.mutationOptions({
      // A new page altogether: the frame shows the address too.
      onSuccess: () => window.location.assign("/account"),
    }),
  );
  if (!newEmail) {
    return (
      <>
        <PageTitle
          title="This link is no longer good"
          description={
            <>
              It has expired, was used already, or belongs to another account than <bdi>{ownEmail}</bdi>.
            </>
          }
        />
        <ButtonLink href="/account">To your account</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title="Use your new address"
        description={
          <>
            You will sign in with <b className="wrap-anywhere text-ink">{newEmail}</b> instead of{" "}
            <bdi className="wrap-anywhere">{ownEmail}</bdi>.
          </>
        }
      />
      <div className="grid justify-items-start gap-3">
        {confirm.error && <Notice tone="error">{refusal(confirm.error).message}</Notice>}
        <Button
          variant="primary"
          pending={confirm.isPending || confirm.isSuccess}
          pendingLabel="Changing the address…"
          onClick={() => confirm.mutate({ token })}
        >
          Use this address
        </Button>
      </div>
    </>
  );
}
