"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { Session } from "../../session-contract";

interface GuestLinkProps {
  readonly session: Session;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function GuestLinkPart({ session, open, onOpenChange }: GuestLinkProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const target = { workspaceId, sessionId: session.id };
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
  const make = useMutation(
    trpc.reviews.makeGuestLink.mutationOptions({ onSuccess: (link) => setAddress(link.address), onSettled }),
  );
  const revoke = useMutation(
    trpc.reviews.revokeGuestLink.mutationOptions({
      onSuccess: () => {
        setAddress(null);
        toast("The link shows nothing any more.");
      },
      onSettled,
    }),
  );
  const error = make.error ?? revoke.error;
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? "");
    toast("Copied.");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title="Let guests watch"
      description="Whoever has the link sees the agenda, what is published of the documents, and decisions as they fall. Drafts, notes, and who voted or marked what stay among members. It ends with the session."
      footer={
        <>
          {session.hasGuestLink && (
            <Button pending={revoke.isPending} onClick={() => revoke.mutate(target)}>
              Take the link back
            </Button>
          )}
          <Button variant="primary" pending={make.isPending} onClick={() => make.mutate(target)}>
            {session.hasGuestLink ? "Make another link" : "Make a link"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error && <Notice tone="error">{refusal(error).message}</Notice>}
        {address !== null && (
          <Field label="Link" hint="It is shown this once. Another one puts an end to it.">
            <TextInput readOnly value={address} onFocus={(event) => event.target.select()} />
          </Field>
        )}
        {address !== null && (
          <div>
            <Button onClick={copy}>Copy the link</Button>
          </div>
        )}
        {address === null && session.hasGuestLink && (
          <p className="text-ink-2">A link is out. It can’t be shown again; another one puts an end to it.</p>
        )}
      </div>
    </Dialog>
  );
}
