"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";
import { WebhookRow } from "./webhook-row";

const loadForm = () => import("./webhook-form-part").then((part) => part.WebhookFormPart);

/** Where the workspace's notices also go: a channel of Slack, or a machine of one's own. */
export function WebhooksView() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: webhooks } = useSuspenseQuery(trpc.webhooks.list.queryOptions({ workspaceId }));
  const [isAdding, setAdding] = useState(false);
  const Form = usePart(loadForm, isAdding, () => setAdding(false));
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      Add a webhook
    </Button>
  );
  return (
    <Section
      title="Where it is told"
      hint="Tell a Slack channel, or a program of your own, what happens to documents and reviews."
      action={webhooks.length > 0 && add}
    >
      <Card>
        {webhooks.length === 0 ? (
          <EmptyState title="Nothing is told elsewhere" action={add}>
            Each thing that happens is told once, and tried again for five days where nobody answers.
          </EmptyState>
        ) : (
          <CardList>
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </CardList>
        )}
      </Card>
      {Form && <Form open={isAdding} onOpenChange={setAdding} />}
    </Section>
  );
}
