"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { api, useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import type { Me } from "../account-contract";
import { passwordLengthProblem } from "../account-rules";
import { KnownEmail } from "./email-field";
import { NewPasswordField } from "./new-password-field";
import { PasswordInput } from "./password-input";
import { useRefusable } from "./use-refusable";

interface Props {
  readonly me: Me;
  readonly hasLine: boolean;
}

export function PasswordSection({ me, hasLine }: Props) {
  if (me.hasPassword) return <ChangePassword email={me.email} hasLine={hasLine} />;
  return (
    <Section hasLine={hasLine} title="Password">
      <p className="text-ink-2">You have none here: you sign in with {me.signOn?.name ?? "single sign-on"}.</p>
    </Section>
  );
}

function ChangePassword({ email, hasLine }: { readonly email: string; readonly hasLine: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { isPending, errorOf, problem, refuse, run } = useRefusable(["current", "next", "password"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [current, next] = [String(fields.get("current")), String(fields.get("next"))];
    const wrongLength = passwordLengthProblem(next);
    if (wrongLength) return refuse("next", wrongLength);
    const endOthers = fields.has("endOthers");
    const isChanged = await run(() =>
      api.accounts.changePassword.mutate({ current, next, endOthers }).then(() => true),
    );
    if (!isChanged) return;
    form.current?.reset();
    toast(endOthers ? "Password changed. All other browsers are signed out." : "Password changed.");
    await queries.invalidateQueries(trpc.accounts.sessions.pathFilter());
  }

  return (
    <Section hasLine={hasLine} title="Password">
      <form ref={form} method="post" onSubmit={submit} className="grid max-w-[420px] gap-4">
        {problem && <Notice tone="error">{problem}</Notice>}
        <KnownEmail email={email} />
        <Field label="Current password" error={errorOf("current")}>
          <PasswordInput name="current" autoComplete="current-password" required />
        </Field>
        <NewPasswordField label="New password" name="next" error={errorOf("next") ?? errorOf("password")} />
        <Checkbox
          name="endOthers"
          defaultChecked
          label="Sign out all other browsers"
          hint="Leave it ticked if somebody else may know the old password."
        />
        <div>
          <Button type="submit" variant="primary" pending={isPending} pendingLabel="Changing the password…">
            Change password
          </Button>
        </div>
      </form>
    </Section>
  );
}
