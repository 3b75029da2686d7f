"use client";
import { type FormEvent, useCallback, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { Entrance } from "../account-contract";
import { DemoPeople } from "./demo-people";
import { EmailField } from "./email-field";
import { QuietLink } from "./entrance-link";
import { PasswordInput } from "./password-input";
import { SendLinkAgain } from "./send-link-again";
import { type Refused, signInByPassword } from "./sign-in-request";
import { useWayBack } from "./use-way-back";

interface SignInFormProps {
  /** Path to go on to. */
  readonly next: string;
  /** Why single sign-on brought one back here. */
  readonly refused: Refused | null;
  readonly demoPeople: Entrance["demoPeople"];
}

export function SignInForm({ next, refused: refusedBefore, demoPeople }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(refusedBefore);
  const [unverified, setUnverified] = useState<string | null>(null);
  useWayBack(useCallback(() => setPending(false), []));

  async function signIn(email: string, secret: string) {
    if (isPending) return;
    setPending(true);
    const result = await signInByPassword(email, secret);
    // A page of its own, so that nothing of the visitor's browser memory is taken along.
    if (!result) return location.assign(next);
    setPending(false);
    setRefused(result);
    setUnverified(result.code === "unverified" ? email : null);
    if (result.code === "wrong-password") password.current?.select();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void signIn(String(fields.get("email")), String(fields.get("password")));
  }

  return (
    <>
      {/* Posts, so that a password never stands in an address even if scripts don't run. */}
      <form ref={form} method="post" action="/api/auth/callback/password" onSubmit={submit} className="grid gap-4">
        {refused && (
          <Notice tone="error" action={unverified && <SendLinkAgain email={unverified} purpose="verify-email" />}>
            {refused.text}
          </Notice>
        )}
        <EmailField />
        <Field label="Password">
          <PasswordInput ref={password} name="password" autoComplete="current-password" required />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="l"
          className="w-full"
          pending={isPending}
          pendingLabel="Signing in…"
        >
          Sign in
        </Button>
        <QuietLink href="/forgot-password">Forgotten your password?</QuietLink>
      </form>
      {demoPeople.length > 0 && (
        <DemoPeople people={demoPeople} onPick={(person) => signIn(person.email, person.password)} />
      )}
    </>
  );
}
