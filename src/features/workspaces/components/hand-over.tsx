"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { Member } from "../member-contract";
import { roleLabel } from "../member-rules";
import { useWorkspace } from "./workspace-context";

/** Makes somebody else owner in one's place. To share ownership, one changes their role on the members page. */
export function HandOver({ others }: { readonly others: readonly Member[] }) {
  const { id: workspaceId } = useWorkspace();
  const [chosenId, setChosenId] = useState("");
  const [isAsking, setAsking] = useState(false);
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const chosen = others.find(({ userId }) => userId === chosenId);
  const handOver = useMutation(
    trpc.members.handOver.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast(`${chosen?.name ?? "The new owner"} is owner now, and you are an admin.`);
        void queries.invalidateQueries(trpc.members.list.queryFilter({ workspaceId }));
        router.refresh();
      },
    }),
  );
  if (others.length === 0) return null;
  const options = [
    { value: "", label: "Choose a member" },
    ...others.map(({ userId, name, role }) => ({ value: userId, label: `${name} (${roleLabel(role)})` })),
  ];
  return (
    <Section
      title="Hand over the workspace"
      hint="Somebody else becomes owner, and you stay as an admin. To have two owners, change a role on the members page."
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field label="New owner" isLabelHidden className="min-w-0 flex-1 basis-56 sm:max-w-72">
          <Select options={options} value={chosenId} onValueChange={setChosenId} />
        </Field>
        <Button
          disabledReason={chosen ? undefined : "Choose a member first."}
          onClick={() => {
            handOver.reset();
            setAsking(true);
          }}
        >
          Hand over
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={
          <>
            Hand over to <bdi>{chosen?.name}</bdi>?
          </>
        }
        confirmLabel="Hand over"
        tone="final"
        pending={handOver.isPending}
        error={handOver.error ? refusal(handOver.error).message : undefined}
        onConfirm={() => chosen && handOver.mutate({ workspaceId, userId: chosen.userId })}
      >
        <bdi>{chosen?.name}</bdi> becomes owner and you become an admin. Only an owner can make you owner again.
      </ConfirmDialog>
    </Section>
  );
}
