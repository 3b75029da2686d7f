"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { KnownEmail } from "./email-field";
import { QuietLink } from "./entrance-link";
import { PasswordInput } from "./password-input";
import { signInByPassword } from "./sign-in-request";
import { useRefusable } from "./use-refusable";

interface VerifyEmailFormProps {
  readonly token: string;
  readonly email: string;
}

/** Confirms the address with the password of the sign-up, and signs in with it. */
export function VerifyEmailForm({ token, email }: VerifyEmailFormProps) {
  const [isLeaving, setLeaving] = useState(false);
  const { isPending, errorOf, problem, run } = useRefusable(["password"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    const confirmed = await run(() => api.accounts.verifyEmail.mutate({ token, password }));
    if (!confirmed) return;
    setLeaving(true);
    const refused = await signInByPassword(confirmed.email, password);
    location.assign(refused ? "/sign-in" : "/");
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <Notice tone="error">{problem}</Notice>}
      <KnownEmail email={email} />
      <Field label="Password" error={errorOf("password")} hint="The one you chose when you signed up.">
        <PasswordInput name="password" autoComplete="current-password" required />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="l"
        className="w-full"
        pending={isPending || isLeaving}
        pendingLabel="Confirming…"
      >
        Confirm and sign in
      </Button>
      <QuietLink href="/forgot-password">Forgotten your password?</QuietLink>
    </form>
  );
}
