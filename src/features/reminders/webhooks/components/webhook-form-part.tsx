"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { RadioGroup } from "@/ui/choice-group";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { Webhook } from "../webhook-contract";
import {
  MAX_WEBHOOK_NAME,
  WEBHOOK_FORMAT_HINTS,
  WEBHOOK_FORMAT_LABELS,
  WEBHOOK_FORMATS,
  WEBHOOK_KIND_LABELS,
  WEBHOOK_KINDS,
  type WebhookFormat,
  type WebhookKind,
} from "../webhook-rules";
import { WebhookSecretPart } from "./webhook-secret-part";

interface WebhookFormProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Left out: a new one. */
  readonly webhook?: Webhook;
}

export function WebhookFormPart({ open, onOpenChange, webhook }: WebhookFormProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(webhook?.name ?? "");
  const [format, setFormat] = useState<WebhookFormat>(webhook?.format ?? "slack");
  const [address, setAddress] = useState("");
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(
    webhook && webhook.kinds.length > 0 ? webhook.kinds : WEBHOOK_KINDS,
  );
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    onOpenChange(false);
    if (!webhook) for (const empty of [setName, setAddress]) empty("");
    add.reset();
    change.reset();
  };
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
  const add = useMutation(
    trpc.webhooks.add.mutationOptions({
      onSuccess: (made) => {
        close();
        setSecret(made.secret);
      },
      onSettled,
    }),
  );
  const change = useMutation(trpc.webhooks.change.mutationOptions({ onSuccess: () => close(), onSettled }));
  const error = add.error ?? change.error;
  const refused = error && refusal(error);
  const wrongAddress = refused?.fields.address ?? (refused?.details.path === "address" ? refused.message : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (add.isPending || change.isPending || kinds.length === 0) return;
    // All kinds are also those that there will be.
    const wanted = kinds.length === WEBHOOK_KINDS.length ? [] : [...kinds];
    if (!webhook) add.mutate({ workspaceId, name, format, address, kinds: wanted });
    else {
      const moved = address.trim() && { address };
      change.mutate({ workspaceId, webhookId: webhook.id, name, kinds: wanted, ...(moved || {}) });
    }
  }

  return (
    <>
      <Dialog
        open={open}
        onOpenChange={close}
        title={webhook ? "Change the webhook" : "Add a webhook"}
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              pending={add.isPending || change.isPending}
              disabledReason={kinds.length === 0 ? "Choose at least one thing to tell." : undefined}
            >
              {webhook ? "Save" : "Add the webhook"}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="grid gap-5">
          <Field label="Name" error={refused?.fields.name}>
            <TextInput
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={MAX_WEBHOOK_NAME}
              autoComplete="off"
              required
            />
          </Field>
          {!webhook && (
            <RadioGroup
              legend="Who reads it?"
              choices={WEBHOOK_FORMATS.map((value) => ({
                value,
                label: WEBHOOK_FORMAT_LABELS[value],
                hint: WEBHOOK_FORMAT_HINTS[value],
              }))}
              value={format}
              onValueChange={setFormat}
            />
          )}
          <Field
            label="Address"
            hint={
              webhook ? `Left empty, it stays the one at ${webhook.host}.` : "It is kept secret, and not shown again."
            }
            error={wrongAddress}
            isOptional={webhook !== undefined}
          >
            <TextInput
              type="url"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              placeholder="https://"
              autoComplete="off"
              required={!webhook}
            />
          </Field>
          <Kinds kinds={kinds} onChange={setKinds} />
          {refused && !wrongAddress && !refused.fields.name && <Notice tone="error">{refused.message}</Notice>}
        </form>
      </Dialog>
      <WebhookSecretPart open={secret !== null} onOpenChange={() => setSecret(null)} secret={secret ?? ""} />
    </>
  );
}

interface KindsProps {
  readonly kinds: readonly WebhookKind[];
  readonly onChange: (kinds: readonly WebhookKind[]) => void;
}

function Kinds({ kinds, onChange }: KindsProps) {
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-2 font-strong">What is told?</legend>
      {WEBHOOK_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          label={WEBHOOK_KIND_LABELS[kind]}
          checked={kinds.includes(kind)}
          onChange={(event) =>
            onChange(event.target.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind))
          }
        />
      ))}
    </fieldset>
  );
}
