"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { BrandMark } from "@/ui/brand-mark";
import { ButtonLink } from "@/ui/button-link";
import { LiveRegion } from "@/ui/live-region";
import { Message } from "@/ui/message-page";
import { Pill } from "@/ui/pill";
import { whenText } from "../../planning/when-rules";
import type { Watched, WatchedItem } from "../guest-contract";
import { votesOf } from "../guest-words-rules";
import { WatchedDocumentView } from "./watched-document";

/** Milliseconds between two looks. */
const LOOK = 4_000;

/** A session as somebody sees it who has no account: what is shown, and what is decided, as it happens. */
export function WatchPage({ token }: { readonly token: string }) {
  const trpc = useTRPC();
  const [guest] = useState(() => crypto.randomUUID());
  const { data, error } = useQuery(
    trpc.reviews.watch.queryOptions(
      { token, guest },
      { refetchInterval: (query) => (isOver(query.state.error) ? false : LOOK), retry: false },
    ),
  );
  if (isOver(error))
    return (
      <Message title="Nothing to watch" actions={<ButtonLink href="/">Go to Dramatis</ButtonLink>}>
        {refusal(error).message}
      </Message>
    );
  if (!data) return <p className="p-8 text-ink-3">Looking in…</p>;
  const current = data.items.find(({ id }) => id === data.currentItemId);
  return (
    <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-8 px-4 py-7 sm:px-8">
      <header className="grid gap-2 border-b pb-6">
        <p className="flex items-center gap-2.5 text-ink-3">
          <BrandMark /> {data.workspaceName}
        </p>
        <h1 className="font-display text-display-36 wrap-anywhere">
          <bdi>{data.title}</bdi>
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-2">
          <Pill tone={data.isOpen ? "info" : "plain"}>{stateWords(data)}</Pill>
          <span>{whenText(data)}</span>
          <span className="text-ink-3">
            {data.facilitator} facilitates, {data.guests === 1 ? "one guest watches" : `${data.guests} guests watch`}
          </span>
        </p>
        {data.purpose && <p className="max-w-[62ch] whitespace-pre-line text-ink-2 wrap-anywhere">{data.purpose}</p>}
        {error && <p className="text-small text-stale">The connection is lost. It goes on by itself.</p>}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-[260px_minmax(0,1fr)]">
        <section aria-label="Agenda">
          <h2 className="pb-3 text-label text-ink-3">Agenda</h2>
          <ol className="grid gap-1">
            {data.items.map((item) => (
              <AgendaItem key={item.id} item={item} isCurrent={item.id === data.currentItemId} />
            ))}
          </ol>
        </section>
        <section aria-label="What is looked at" className="min-w-0">
          {data.shown ? (
            <WatchedDocumentView token={token} {...data.shown} />
          ) : (
            <p className="text-ink-3">{emptyWords(data, current)}</p>
          )}
        </section>
      </div>
      <LiveRegion>{current ? `Now: ${current.title}` : ""}</LiveRegion>
    </div>
  );
}

function AgendaItem({ item, isCurrent }: { readonly item: WatchedItem; readonly isCurrent: boolean }) {
  const decided = item.result && `${RESULT_WORDS[item.result]}${item.version === null ? "" : `, v${item.version}`}`;
  return (
    <li aria-current={isCurrent ? "true" : undefined} className="rounded-s px-2.5 py-2 aria-[current]:bg-sunk">
      <p className="font-medium wrap-anywhere">
        <bdi>{item.title || "No name yet"}</bdi>
      </p>
      <p className={item.result ? "text-small text-fresh" : "text-small text-ink-3"}>
        {decided ?? (isCurrent ? "Looked at now" : item.minutesPlanned === null ? "" : `${item.minutesPlanned} min`)}
      </p>
      {item.votes && <p className="text-small text-ink-2">{votesOf(item.votes)}</p>}
    </li>
  );
}

/** A broken connection is none: it comes back. */
function isOver(error: unknown): boolean {
  return error !== null && ["NOT_FOUND", "INVALID"].includes(refusal(error).code);
}

function stateWords({ isOpen, mode }: Watched): string {
  if (!isOpen) return "Not begun yet";
  return mode === "live" ? "Live" : "Open";
}

function emptyWords({ isOpen, mode }: Watched, current: WatchedItem | undefined): string {
  if (!isOpen) return "It hasn’t begun yet. This page goes on by itself.";
  if (current) return "This document was never published, and drafts aren’t shown to guests.";
  return mode === "live" ? "Nothing is shown right now." : "Everybody looks on their own. Decisions appear beside.";
}
