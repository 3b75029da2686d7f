"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { passwordLengthProblem } from "../account-rules";
import { KnownEmail } from "./email-field";
import { NewPasswordField } from "./new-password-field";
import { signInByPassword } from "./sign-in-request";
import { useRefusable } from "./use-refusable";

interface ResetPasswordFormProps {
  readonly token: string;
  readonly email: string;
}

/** Sets a new password and signs in with it. */
export function ResetPasswordForm({ token, email }: ResetPasswordFormProps) {
  const [isLeaving, setLeaving] = useState(false);
  const { isPending, errorOf, problem, refuse, run } = useRefusable(["password"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    const wrongLength = passwordLengthProblem(password);
    if (wrongLength) return refuse("password", wrongLength);
    const reset = await run(() => api.accounts.resetPassword.mutate({ token, password }));
    if (!reset) return;
    setLeaving(true);
    const refused = await signInByPassword(reset.email, password);
    location.assign(refused ? "/sign-in" : "/");
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <Notice tone="error">{problem}</Notice>}
      <KnownEmail email={email} />
      <NewPasswordField label="New password" error={errorOf("password")} />
      <Button
        type="submit"
        variant="primary"
        size="l"
        className="w-full"
        pending={isPending || isLeaving}
        pendingLabel="Saving the password…"
      >
        Save and sign in
      </Button>
    </form>
  );
}
