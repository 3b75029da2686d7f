"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { RadioGroup } from "@/ui/choice-group";
import { Field, TextArea } from "@/ui/field";
import { SaveRow } from "@/ui/save-row";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import { domainsIn, onlySignOnBlock } from "../sign-in-rules";
import { useWorkspace } from "./workspace-context";

/** How members enter the workspace, and who may be invited. */
export function SignInPolicyForm() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(trpc.policies.signIn.queryOptions({ workspaceId }));
  const { policy: kept, signOnName, ownMethod } = data;
  const [signInBy, setSignInBy] = useState(kept.signInBy);
  const [typed, setTyped] = useState(kept.domains.join("\n"));
  const domains = domainsIn(typed);
  const save = useMutation(
    trpc.policies.changeSignIn.mutationOptions({
      onSuccess: async (_nothing, { policy }) => {
        await queries.invalidateQueries(trpc.policies.signIn.queryFilter({ workspaceId }));
        setTyped([...policy.domains].sort().join("\n"));
        toast("Saved.");
      },
    }),
  );
  const isChanged = signInBy !== kept.signInBy || [...domains].sort().join() !== [...kept.domains].sort().join();
  const refused = save.error && refusal(save.error);
  const domainError =
    refused && Object.entries(refused.fields).find(([field]) => field.startsWith("policy.domains"))?.[1];
  const block = kept.signInBy === "oidc" ? null : onlySignOnBlock(signOnName, ownMethod);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending) save.mutate({ workspaceId, policy: { signInBy, domains } });
  };
  return (
    <>
      <Section title="What this installation offers">
        <ul className="divide-y border-t">
          <li className="py-3">
            <span className="font-strong">E-mail and password</span>
            <span className="text-ink-2">: for everybody who has signed up with an address.</span>
          </li>
          <li className="py-3">
            <span className="font-strong">{signOnName ?? "Single sign-on"}</span>
            <span className="text-ink-2">
              {signOnName
                ? ": single sign-on by OpenID Connect."
                : ": not set up. Whoever runs it can connect a provider."}
            </span>
          </li>
        </ul>
      </Section>
      <form onSubmit={submit} className="grid gap-9">
        <Section
          hasLine
          title="Members enter by"
          hint="Calendars that were added keep working: each has its own secret address."
        >
          <RadioGroup
            legend="Members enter by"
            isLegendHidden
            value={signInBy}
            onValueChange={setSignInBy}
            choices={[
              { value: "any", label: "Any way there is" },
              {
                value: "oidc",
                label: `${signOnName ?? "Single sign-on"} only`,
                hint: block ?? "Who signed in with a password is asked to sign in again, on open pages too.",
                isDisabled: block !== null,
              },
            ]}
          />
        </Section>
        <Section hasLine title="Who may be invited" hint="Members who are here already stay.">
          <Field
            label="Domains of their addresses"
            isOptional
            hint="One a line, such as example.org. Without any, everybody may be invited."
            error={domainError}
          >
            <TextArea
              rows={2}
              dir="ltr"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={6_000}
            />
          </Field>
        </Section>
        <SaveRow
          isChanged={isChanged}
          isPending={save.isPending}
          problem={refused && !domainError ? refused.message : undefined}
        />
      </form>
    </>
  );
}
