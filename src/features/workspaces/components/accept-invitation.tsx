"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { forgetInvitation } from "./kept-invitation";

interface Props {
  readonly token: string;
  readonly workspaceName: string;
}

/** A press of a button and not the visit accepts: programs that check mails follow every link. */
export function AcceptInvitation({ token, workspaceName }: Props) {
  const router = useRouter();
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: ({ slug }) => {
        forgetInvitation();
        router.push(`/w/${slug}`);
      },
    }),
  );
  return (
    <div className="grid justify-items-start gap-4">
      {accept.error && (
        <Notice tone="error" action={<Button onClick={() => router.refresh()}>Look again</Button>}>
          {refusal(accept.error).message}
        </Notice>
      )}
      <Button
        variant="primary"
        size="l"
        pending={accept.isPending || accept.isSuccess}
        pendingLabel="Joining…"
        onClick={() => accept.mutate({ token })}
      >
        Join <bdi>{workspaceName}</bdi>
      </Button>
    </div>
  );
}
