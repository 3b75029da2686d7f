"use client";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { PasswordInput } from "@/features/accounts/components/password-input";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function DeleteAccountPart({ open, onOpenChange }: Props) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const formId = useId();
  const remove = useMutation(
    trpc.workspaces.deleteAccount.mutationOptions({
      // A new page altogether, so that nothing stays in memory.
      onSuccess: () => window.location.assign("/sign-in"),
    }),
  );
  const isNamed = email.trim().toLowerCase() === me.email;
  const refused = remove.error && refusal(remove.error);
  const field = refused?.details.field;
  const errorOf = (name: string) => refused?.fields[name] ?? (field === name ? refused?.message : undefined);
  const isShown = refused && !errorOf("email") && !errorOf("password");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isNamed && !remove.isPending) remove.mutate({ email, password: me.hasPassword ? password : null });
  }

  return (
    <DialogPart
      open={open}
      onOpenChange={onOpenChange}
      title="Delete your account?"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="accent"
            pending={remove.isPending || remove.isSuccess}
            pendingLabel="Deleting your account…"
            disabledReason={isNamed ? undefined : "Type your e-mail address first."}
          >
            Delete my account
          </Button>
        </>
      }
    >
      <form id={formId} method="post" onSubmit={submit} className="grid gap-5">
        <p className="text-ink-2">
          It happens at once and can’t be taken back. You can sign up again with the same address; you begin anew then.
        </p>
        <Field label={`Type your address: ${me.email}`} error={errorOf("email")}>
          <TextInput
            type="email"
            dir="ltr"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        {me.hasPassword && (
          <Field label="Your password" error={errorOf("password")}>
            <PasswordInput
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              required
            />
          </Field>
        )}
        {isShown && <Notice tone="error">{refused.message}</Notice>}
      </form>
    </DialogPart>
  );
}
