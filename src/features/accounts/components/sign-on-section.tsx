"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Pill } from "@/ui/pill";
import { Section } from "@/ui/section";
import type { Me } from "../account-contract";
import { PasswordInput } from "./password-input";
import { leaveForSignOn } from "./sign-in-request";
import { useRefusable } from "./use-refusable";

interface SignOnSectionProps {
  readonly signOn: NonNullable<Me["signOn"]>;
  readonly hasPassword: boolean;
}

export function SignOnSection({ signOn, hasPassword }: SignOnSectionProps) {
  const { name, isConnected } = signOn;
  const { isPending, errorOf, problem, run } = useRefusable(["password"]);
  const [isLeaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function connect(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    const allowed = await run(() => api.accounts.allowSignOnLink.mutate({ password }));
    if (!allowed) return;
    setLeaving(true);
    const refused = await leaveForSignOn(allowed.returnPath);
    if (refused) setLeaving(false);
    setFailure(refused?.text ?? null);
  }

  if (isConnected || !hasPassword) {
    return (
      <Section hasLine title={name} action={<Pill tone="fresh">Connected</Pill>}>
        <p className="text-ink-2">You can sign in with {name}.</p>
      </Section>
    );
  }
  return (
    <Section hasLine title={name} hint={`Connect it to sign in with ${name} instead of your password.`}>
      <form method="post" onSubmit={connect} className="grid max-w-[420px] gap-4">
        {(problem ?? failure) && <Notice tone="error">{problem ?? failure}</Notice>}
        <Field label="Your password" error={errorOf("password")} hint="To make sure that it is you who connects it.">
          <PasswordInput name="password" autoComplete="current-password" required />
        </Field>
        <div>
          <Button type="submit" pending={isPending || isLeaving} pendingLabel={`Going to ${name}…`}>
            Connect {name}
          </Button>
        </div>
      </form>
    </Section>
  );
}
