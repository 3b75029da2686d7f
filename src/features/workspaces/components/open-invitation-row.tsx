"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { CardRow } from "@/ui/card";
import { Pill } from "@/ui/pill";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { OpenInvitation } from "../invitation-contract";
import { givableRoles, MEMBER_BLOCK_SENTENCES, roleLabel } from "../member-rules";
import { useWorkspace } from "./workspace-context";

export function OpenInvitationRow({ invitation }: { readonly invitation: OpenInvitation }) {
  const { id: workspaceId, role: ownRole } = useWorkspace();
  const { invitationId, email, role, inviterName, sentAt, expiresAt, isExpired } = invitation;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const afterwards = (said: string) => ({
    onSuccess: () => toast(said),
    onError: (error: unknown) => toast(refusal(error).message, { tone: "error" }),
    onSettled: () => queries.invalidateQueries(trpc.invitations.list.queryFilter({ workspaceId })),
  });
  const resend = useMutation(
    trpc.invitations.resend.mutationOptions(afterwards(`The invitation to ${email} is on its way again.`)),
  );
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions(
      afterwards(`The invitation to ${email} was revoked; its link opens nothing.`),
    ),
  );
  const isAbove = !givableRoles(ownRole).includes(role);
  const reason = isAbove ? MEMBER_BLOCK_SENTENCES["gives-above"] : undefined;
  return (
    <CardRow>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-strong wrap-anywhere">{email}</p>
        <p className="text-small text-ink-2">
          {roleLabel(role)}, invited by <bdi>{inviterName}</bdi> on <Time at={sentAt} />
        </p>
      </div>
      {isExpired ? (
        <Pill tone="due">
          Expired <Time at={expiresAt} />
        </Pill>
      ) : (
        <Pill tone="info">
          Until <Time at={expiresAt} />
        </Pill>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          size="s"
          pending={resend.isPending}
          disabledReason={reason}
          aria-label={`Send again: the invitation to ${email}`}
          onClick={() => resend.mutate({ workspaceId, invitationId })}
        >
          Send again
        </Button>
        <Button
          size="s"
          variant="ghost"
          pending={revoke.isPending}
          disabledReason={reason}
          aria-label={`Revoke: the invitation to ${email}`}
          onClick={() => revoke.mutate({ workspaceId, invitationId })}
        >
          Revoke
        </Button>
      </div>
    </CardRow>
  );
}
