"use client";
import type { ReactNode } from "react";
import { CardList, CardRow } from "@/ui/card";
import { Pill, type PillTone } from "@/ui/pill";
import { Time } from "@/ui/time";
import type { Delivery } from "../delivery-contract";
import { CHANNEL_LABELS, type DeliveryState, STATE_LABELS } from "../delivery-rules";

const TONES: Readonly<Record<DeliveryState, PillTone>> = {
  waiting: "due",
  sent: "fresh",
  failed: "stale",
  dropped: "plain",
};

interface Props {
  readonly deliveries: readonly Delivery[];
  /** What can be done about one. */
  readonly action?: ((delivery: Delivery) => ReactNode) | undefined;
}

/** Letters and calls, newest first, each with what became of it. */
export function DeliveryRows({ deliveries, action }: Props) {
  return (
    <CardList>
      {deliveries.map((delivery) => (
        <CardRow key={delivery.id}>
          <div className="min-w-0 flex-1 basis-56">
            <p className="wrap-anywhere">
              <b>{CHANNEL_LABELS[delivery.channel]}</b> to <bdi>{delivery.person?.name ?? delivery.target}</bdi>
              {delivery.person && <span className="text-ink-3"> · {delivery.target}</span>}
            </p>
            <p className="text-small wrap-anywhere text-ink-2">
              <Standing delivery={delivery} />
            </p>
          </div>
          <Pill tone={TONES[delivery.state]}>{STATE_LABELS[delivery.state]}</Pill>
          {action?.(delivery)}
        </CardRow>
      ))}
    </CardList>
  );
}

function Standing({ delivery }: { readonly delivery: Delivery }) {
  const { state, attempts, lastError, at, notBefore, sentAt } = delivery;
  const tried = attempts === 0 ? "" : attempts === 1 ? "After one attempt. " : `After ${attempts} attempts. `;
  if (state === "sent" && sentAt) {
    return (
      <>
        Taken <Time at={sentAt} isExact />
        {attempts > 1 && `, at attempt ${attempts}`}
      </>
    );
  }
  return (
    <>
      Made <Time at={at} isExact />. {state === "waiting" || state === "failed" ? tried : ""}
      {lastError && `${lastError} `}
      {state === "waiting" && notBefore && (
        <>
          Not before <Time at={notBefore} isExact />.
        </>
      )}
    </>
  );
}
