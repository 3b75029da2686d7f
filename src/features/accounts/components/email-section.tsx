"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import type { Me } from "../account-contract";
import { PasswordInput } from "./password-input";
import { useRefusable } from "./use-refusable";

/** The address that one signs in with and gets mails at. Another one holds when its link was opened. */
export function EmailSection({ me }: { readonly me: Me }) {
  return (
    <Section
      hasLine
      title="E-mail address"
      hint={
        <>
          <span className="wrap-anywhere text-ink">{me.email}</span> is what you sign in with, and where mails go.
        </>
      }
    >
      {me.newEmail ? <Waiting newEmail={me.newEmail} /> : <ChangeEmail me={me} />}
    </Section>
  );
}

function Waiting({ newEmail }: { readonly newEmail: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.accounts.cancelEmailChange.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.accounts.me.pathFilter()),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <Notice
      action={
        <Button pending={cancel.isPending} pendingLabel="Taking it back…" onClick={() => cancel.mutate()}>
          Keep the old address
        </Button>
      }
    >
      <p>
        Open the link that we sent to <b className="wrap-anywhere">{newEmail}</b>, in this browser and within 24 hours.
        Until then everything stays as it is.
      </p>
    </Notice>
  );
}

function ChangeEmail({ me }: { readonly me: Me }) {
  const [email, setEmail] = useState("");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { isPending, errorOf, problem, run } = useRefusable(["email", "password"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (email.trim() === "") return;
    const password = me.hasPassword ? String(new FormData(event.currentTarget).get("password")) : null;
    const isAsked = await run(() => api.accounts.changeEmail.mutate({ email, password }).then(() => true));
    if (!isAsked) return;
    toast("A link is on its way to the new address.");
    await queries.invalidateQueries(trpc.accounts.me.pathFilter());
  }

  return (
    <form method="post" onSubmit={submit} className="grid max-w-[420px] gap-4">
      <Field label="New address" error={errorOf("email")}>
        <TextInput
          type="email"
          dir="ltr"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
      </Field>
      {me.hasPassword && email.trim() !== "" && (
        <Field label="Password" error={errorOf("password")} hint="To make sure that it is you who changes it.">
          <PasswordInput name="password" autoComplete="current-password" required />
        </Field>
      )}
      <SaveRow
        isChanged={email.trim() !== ""}
        isPending={isPending}
        problem={problem}
        label="Change the address"
        pendingLabel="Sending the link…"
      />
    </form>
  );
}
