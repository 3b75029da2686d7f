"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { passwordLengthProblem } from "../account-rules";
import { CheckInbox } from "./check-inbox";
import { EmailField } from "./email-field";
import { NewPasswordField } from "./new-password-field";
import { useRefusable } from "./use-refusable";

interface SignUpFormProps {
  readonly hasOutbox: boolean;
  /** The page around the form; it goes when the form has done its work. */
  readonly children: React.ReactNode;
}

export function SignUpForm({ hasOutbox, children }: SignUpFormProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { isPending, errorOf, problem, refuse, run } = useRefusable(["name", "email", "password"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, email, password] = ["name", "email", "password"].map((field) => String(fields.get(field)));
    if (name === undefined || email === undefined || password === undefined) return;
    const tooShort = passwordLengthProblem(password);
    if (tooShort) return refuse("password", tooShort);
    const isSent = await run(() => api.accounts.signUp.mutate({ name, email, password }).then(() => true));
    if (isSent) setSentTo(email.trim());
  }

  if (sentTo) {
    return (
      <CheckInbox email={sentTo} purpose="verify-email" hasOutbox={hasOutbox}>
        We sent a link to <b className="wrap-anywhere text-ink">{sentTo}</b>. Open it within 24 hours and enter the
        password you just chose.
      </CheckInbox>
    );
  }
  return (
    <>
      {children}
      <form method="post" onSubmit={submit} className="grid gap-4">
        {problem && <Notice tone="error">{problem}</Notice>}
        <Field label="Your name" error={errorOf("name")}>
          <TextInput name="name" autoComplete="name" maxLength={80} required />
        </Field>
        <EmailField error={errorOf("email")} />
        <NewPasswordField error={errorOf("password")} />
        <Button
          type="submit"
          variant="primary"
          size="l"
          className="w-full"
          pending={isPending}
          pendingLabel="Creating the account…"
        >
          Create account
        </Button>
      </form>
    </>
  );
}
