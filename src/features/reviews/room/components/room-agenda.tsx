"use client";
import clsx from "clsx";
import { Presentation } from "lucide-react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import type { SessionItem } from "../../session-contract";
import { useRoom } from "./room-context";

/** What is talked about, in its order, with what was decided. */
export function RoomAgenda({ onChoose }: { readonly onChoose: (itemId: string) => void }) {
  const { room, itemId, isMeeting } = useRoom();
  const { items, currentItemId } = room.session;
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
                <ItemState item={item} />
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

function ItemState({ item: { decision, kind, currentVersion, minutesPlanned } }: { readonly item: SessionItem }) {
  if (decision) {
    const isKept = decision.result === "published" || decision.result === "still-true";
    return (
      <span className={clsx("block text-small", isKept ? "text-fresh" : "text-due")}>
        {decision.result === "published" ? `Published as v${decision.version}` : RESULT_WORDS[decision.result]}
      </span>
    );
  }
  return (
    <span className="block text-small text-ink-3 first-letter:uppercase">
      {KIND_PLACES[kind].one}, {currentVersion === null ? "not published" : `v${currentVersion}`}
      {minutesPlanned !== null && ` · ${minutesPlanned} min`}
    </span>
  );
}
