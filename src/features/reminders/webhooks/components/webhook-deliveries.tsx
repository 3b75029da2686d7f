"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Notice } from "@/ui/notice";
import { Pill, type PillTone } from "@/ui/pill";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { STATE_LABELS } from "../../delivery/delivery-rules";
import type { WebhookDelivery } from "../webhook-contract";

const TONES: Readonly<Record<WebhookDelivery["state"], PillTone>> = {
  waiting: "due",
  sent: "fresh",
  failed: "stale",
  dropped: "plain",
};

/** What a webhook was told last, and what became of it. Looked at anew while something is about to be tried. */
export function WebhookDeliveries({ webhookId, name }: { readonly webhookId: string; readonly name: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const calls = useQuery(
    trpc.webhooks.deliveries.queryOptions(
      { workspaceId, webhookId },
      { refetchInterval: ({ state }) => (state.data?.some(({ state: is }) => is === "waiting") ? 2_000 : false) },
    ),
  );
  if (calls.error) return <Notice tone="error">{refusal(calls.error).message}</Notice>;
  if (!calls.data) return <SkeletonRows rows={2} />;
  if (calls.data.length === 0) return <p className="w-full text-small text-ink-3">Nothing was told yet.</p>;
  return (
    <ul aria-label={`Last calls of ${name}`} className="grid w-full min-w-0 gap-2.5 border-t pt-3 text-small">
      {calls.data.map((call) => (
        <li key={call.id} className="grid min-w-0 gap-x-3 gap-y-0.5 sm:grid-cols-[92px_1fr_auto]">
          <div>
            <Pill tone={TONES[call.state]}>{STATE_LABELS[call.state]}</Pill>
          </div>
          <div className="min-w-0 wrap-anywhere">
            <p className="line-clamp-3 whitespace-pre-line">{call.sentence}</p>
            {call.lastError && <p className="text-ink-3">{call.lastError}</p>}
          </div>
          <p className="text-ink-3 sm:text-right">
            <Time at={call.sentAt ?? call.at} isExact />
            <span className="block">{triesText(call)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function triesText({ attempts, state }: WebhookDelivery): string {
  if (attempts === 0) return state === "waiting" ? "Not tried yet" : "Never tried";
  return attempts === 1 ? "Tried once" : `Tried ${attempts} times`;
}
