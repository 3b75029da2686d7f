"use client";
import clsx from "clsx";
import { Presentation } from "lucide-react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { useLinkCards } from "@/features/documents/links/components/use-link-cards";
import type { LinkedDocument } from "@/features/documents/links/link-contract";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { useFreshness } from "@/features/documents/verification/components/use-freshness";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import type { SessionItem } from "../../session-contract";
import { useRoom } from "./room-context";

/** What is talked about, in its order, with what was decided. */
export function RoomAgenda({ onChoose }: { readonly onChoose: (itemId: string) => void }) {
  const { room, itemId, isMeeting } = useRoom();
  const { items, currentItemId } = room.session;
  const cards = useLinkCards(items.map(({ documentId }) => documentId));
  const decided = items.filter(({ decision }) => decision !== null).length;
  return (
    <section aria-labelledby="room-agenda" className="grid content-start gap-2 p-4">
      <h2 id="room-agenda" className="px-2 text-small font-strong text-ink-2">
        Agenda · {decided} of {items.length} decided
      </h2>
      <ol className="grid gap-1">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-current={item.id === itemId ? "step" : undefined}
              onClick={() => onChoose(item.id)}
              className={clsx(
                "flex w-full min-w-0 items-center gap-2.5 rounded-m px-2 py-2 text-start",
                item.id === itemId ? "bg-sunk" : "hover:bg-sunk",
              )}
            >
              {item.kind === "persona" ? (
                <DocumentFace card={item.card} alt="" size={30} />
              ) : (
                <span aria-hidden="true" className="size-[30px] shrink-0 rounded-full bg-sunk" />
              )}
              <span className="min-w-0 grow">
                <span className={clsx("block wrap-anywhere", item.id === itemId && "font-strong")}>
                  <bdi>{item.title || "No name yet"}</bdi>
                </span>
                <ItemState item={item} card={cards.get(item.documentId)} />
              </span>
              {isMeeting && item.id === currentItemId && item.id !== itemId && (
                <>
                  <Presentation aria-hidden="true" className="size-4 shrink-0 text-info" />
                  <span className="sr-only">, presented now</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ItemStateProps {
  readonly item: SessionItem;
  /** Undefined until it is known. */
  readonly card: LinkedDocument | undefined;
}

/** What was decided of it, and before that why it is looked at. */
function ItemState({ item: { decision, kind, currentVersion }, card }: ItemStateProps) {
  if (decision) {
    const isKept = decision.result === "published" || decision.result === "still-true";
    return (
      <span className={clsx("block text-small", isKept ? "text-fresh" : "text-due")}>
        {decision.result === "published" ? `Published as v${decision.version}` : RESULT_WORDS[decision.result]}
      </span>
    );
  }
  if (currentVersion === null) {
    return (
      <span className="block text-small text-ink-3 first-letter:uppercase">{KIND_PLACES[kind].one}, not published</span>
    );
  }
  return card ? <Standing of={card} /> : <span className="block text-small text-ink-3">v{currentVersion}</span>;
}

function Standing({ of: { freshness, marks } }: { readonly of: LinkedDocument }) {
  const { state, words, reasons } = useFreshness({ facts: freshness, marks });
  return (
    <span
      className={clsx("block text-small", state === "fresh" || state === "never" ? "text-ink-3" : "text-due")}
      title={reasons.map(({ sentence }) => sentence).join(" ")}
    >
      {words}
    </span>
  );
}
