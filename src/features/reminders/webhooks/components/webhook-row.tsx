"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import { CardRow } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { Pill } from "@/ui/pill";
import { Time } from "@/ui/time";
import { usePart } from "@/ui/use-part";
import type { Webhook } from "../webhook-contract";
import { WEBHOOK_KINDS } from "../webhook-rules";
import { useWebhookActs } from "./use-webhook-acts";
import { WebhookDeliveries } from "./webhook-deliveries";

const loadForm = () => import("./webhook-form-part").then((part) => part.WebhookFormPart);
const loadSecret = () => import("./webhook-secret-part").then((part) => part.WebhookSecretPart);

type Opened = "form" | "secret" | "removal" | null;

export function WebhookRow({ webhook }: { readonly webhook: Webhook }) {
  const { id, name, host, format, isPaused, previousSecretUntil } = webhook;
  const [opened, setOpened] = useState<Opened>(null);
  const [isListed, setListed] = useState(false);
  const close = () => setOpened(null);
  const { test, pause, renew, remove } = useWebhookActs(id);
  const Form = usePart(loadForm, opened === "form", close);
  const Secret = usePart(loadSecret, opened === "secret", close);
  return (
    <CardRow aria-label={name} className="items-start">
      <div className="min-w-0 flex-1 basis-[280px]">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-strong wrap-anywhere">
          <bdi>{name}</bdi>
          <Standing webhook={webhook} />
        </h3>
        <p className="text-small text-ink-2 wrap-anywhere">
          At {host}, {format === "slack" ? "as Slack takes it" : "signed"}; {kindsText(webhook)}.
        </p>
        {previousSecretUntil && (
          <p className="text-small text-ink-3">
            The secret before is good until <Time at={previousSecretUntil} isExact />.
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="s"
          pending={test.isPending}
          disabledReason={isPaused ? "It is paused." : undefined}
          onClick={() => {
            test.act();
            setListed(true);
          }}
        >
          Send a test
        </Button>
        <Button size="s" pending={pause.isPending} onClick={() => pause.act(!isPaused)}>
          {isPaused ? "Resume" : "Pause"}
        </Button>
        <Button size="s" onClick={() => setOpened("form")}>
          Change
        </Button>
        {format === "standard" && (
          <Button size="s" pending={renew.isPending} onClick={() => renew.act(() => setOpened("secret"))}>
            New secret
          </Button>
        )}
        <Button size="s" onClick={() => setOpened("removal")}>
          Remove
        </Button>
        <Button size="s" variant="ghost" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          Last calls
        </Button>
      </div>
      {isListed && <WebhookDeliveries webhookId={id} name={name} />}
      {Form && <Form open={opened === "form"} onOpenChange={close} webhook={webhook} />}
      {Secret && <Secret open={opened === "secret"} onOpenChange={close} secret={renew.secret} isRenewed />}
      <ConfirmDialog
        open={opened === "removal"}
        onOpenChange={close}
        title={`Remove the webhook ${name}?`}
        confirmLabel="Remove the webhook"
        tone="final"
        pending={remove.isPending}
        onConfirm={remove.act}
      >
        Nothing is told there any more, and what waits for it is dropped.
      </ConfirmDialog>
    </CardRow>
  );
}

function Standing({ webhook: { isPaused, failingSince } }: { readonly webhook: Webhook }) {
  if (isPaused) return <Pill>Paused</Pill>;
  if (!failingSince) return null;
  return (
    <Pill tone="stale">
      Failing since <Time at={failingSince} />
    </Pill>
  );
}

function kindsText({ kinds }: Webhook): string {
  if (kinds.length === 0 || kinds.length === WEBHOOK_KINDS.length) return "told of everything";
  return kinds.length === 1 ? "told of one kind of thing" : `told of ${kinds.length} kinds of things`;
}
