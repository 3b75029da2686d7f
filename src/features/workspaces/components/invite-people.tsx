"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ROLE_DESCRIPTIONS, type Role } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { RadioGroup } from "@/ui/choice-group";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import { givableRoles, roleLabel } from "../member-rules";
import { useWorkspace } from "./workspace-context";

/** The button and the dialog that invite somebody by e-mail. */
export function InvitePeople() {
  const { id: workspaceId, name, role: ownRole } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const formId = useId();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const send = useMutation(
    trpc.invitations.send.mutationOptions({
      onSuccess: () => {
        toast(`The invitation to ${email.trim()} is on its way. It is good for seven days.`);
        setOpen(false);
        setEmail("");
        void queries.invalidateQueries(trpc.invitations.list.queryFilter({ workspaceId }));
      },
    }),
  );
  const refused = send.error && refusal(send.error);
  const emailError = refused?.fields.email ?? (refused?.details.field === "email" ? refused.message : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate({ workspaceId, email, role });
  }

  function changeOpen(open: boolean) {
    setOpen(open);
    if (!open) send.reset();
  }

  return (
    <>
      <Button variant="primary" onClick={() => changeOpen(true)}>
        Invite somebody
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={changeOpen}
        title="Invite somebody"
        description={
          <>
            They get a mail with a link to join <bdi>{name}</bdi>.
          </>
        }
        footer={
          <>
            <Button onClick={() => changeOpen(false)}>Cancel</Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              pending={send.isPending}
              pendingLabel="Sending the invitation…"
            >
              Send invitation
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="grid gap-5">
          <Field label="E-mail address" error={emailError}>
            <TextInput
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="off"
              maxLength={254}
              required
            />
          </Field>
          <RadioGroup
            legend="Role"
            choices={givableRoles(ownRole).map((value) => ({
              value,
              label: roleLabel(value),
              hint: ROLE_DESCRIPTIONS[value],
            }))}
            value={role}
            onValueChange={setRole}
          />
          {refused && !emailError && <Notice tone="error">{refused.message}</Notice>}
        </form>
      </Dialog>
    </>
  );
}
