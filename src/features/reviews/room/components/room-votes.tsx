"use client";
import clsx from "clsx";
import { useEffect, useEffectEvent } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import type { SessionItem } from "../../session-contract";
import { byDisagreement } from "../disagreement-rules";
import type { RoomItem } from "../room-contract";
import { isRevealed, sayingBlock, VERDICT_WORDS, VERDICTS, VOTE_WORDS, VOTES, type Vote } from "../room-rules";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

const KEPT_OUT = "input, textarea, select, [contenteditable], fieldset, [role=dialog], [role=menu]";
const KEYS: Readonly<Record<string, Vote>> = { a: "approve", c: "change", r: "retire" };

/** Is this still true? What one votes, and once one has, what the others do. */
export function RoomVotes({ item, said }: { readonly item: SessionItem; readonly said: RoomItem }) {
  const { room, sessionId, personId, mayTakePart, isFacilitator } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const { act, isPending } = useRoomAct();
  const block = sayingBlock(room.session.state, item.decision !== null);
  const against = block ?? (mayTakePart ? undefined : "Viewers follow, and don’t vote.");
  const own = said.votes.find(({ person }) => person.id === personId)?.vote;
  const isOpen = isRevealed(item, room.session.state) || own !== undefined;
  const missing = room.voters.filter(({ id }) => !said.hasVoted.some((one) => one.id === id));
  const itemId = item.id;

  const vote = (vote: Vote) =>
    void act((client) => client.reviews.vote.mutate({ workspaceId, sessionId, itemId, vote }));
  const reveal = () => void act((client) => client.reviews.reveal.mutate({ workspaceId, sessionId, itemId }));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // The same letters mark a claim where one is focused.
    const isElsewhere =
      event.defaultPrevented || (event.target instanceof Element && event.target.closest(KEPT_OUT) !== null);
    const chosen = KEYS[event.key.toLowerCase()];
    if (!chosen || isElsewhere || event.metaKey || event.ctrlKey || event.altKey || block || !mayTakePart) return;
    event.preventDefault();
    vote(chosen);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <section aria-labelledby="room-votes" className="grid gap-2.5">
      <h2 id="room-votes" className="font-strong">
        Is this still true?
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more frame around three buttons. */}
      <div role="group" aria-labelledby="room-votes" className="grid grid-cols-3 gap-2">
        {VOTES.map((one) => {
          const count = said.votes.filter((given) => given.vote === one).length;
          return (
            <button
              key={one}
              type="button"
              aria-pressed={own === one}
              aria-keyshortcuts={one.charAt(0)}
              title={against ?? `${VOTE_WORDS[one]} (${one.charAt(0).toUpperCase()})`}
              aria-disabled={against !== undefined}
              onClick={() => against === undefined && vote(one)}
              className={clsx(
                "flex min-h-[38px] min-w-0 items-center justify-center gap-1.5 rounded-s border px-1 font-strong",
                own === one
                  ? "border-fresh bg-fresh-soft text-fresh"
                  : against === undefined
                    ? "border-line-strong bg-surface hover:bg-sunk"
                    : "border-line bg-sunk text-ink-3",
              )}
            >
              {VOTE_WORDS[one]}
              {isOpen && <span className="tabular-nums">{count}</span>}
            </button>
          );
        })}
      </div>
      <p className="text-small text-ink-3">
        {waitingWords(missing, said.hasVoted.length)}
        {!isOpen && said.hasVoted.length > 0 && " What they voted is shown once you have."}
      </p>
      {isFacilitator && !block && !item.isRevealed && (said.hasVoted.length > 0 || hasMarks(said)) && (
        <Button size="s" className="justify-self-start" pending={isPending} onClick={reveal}>
          Show everybody’s votes and marks
        </Button>
      )}
      {isOpen && <Disagreement said={said} />}
    </section>
  );
}

function hasMarks(said: RoomItem): boolean {
  return Object.keys(said.markCounts).length > 0;
}

function waitingWords(missing: readonly { readonly name: string }[], voted: number): string {
  if (missing.length === 0) return voted === 0 ? "Nobody is here to vote yet." : "Everybody has voted.";
  const names = missing.map(({ name }) => name.split(" ")[0] ?? name);
  if (names.length === 1) return `${names[0]} hasn’t voted yet.`;
  if (names.length <= 3) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} haven’t voted yet.`;
  return `${names.length} haven’t voted yet.`;
}

/** The claims about which people are furthest apart. */
function Disagreement({ said }: { readonly said: RoomItem }) {
  const apart = byDisagreement(said.marks).filter(({ disagreement }) => disagreement > 0);
  if (apart.length === 0) return null;
  return (
    <details className="text-small" open>
      <summary className="font-strong">Where you disagree</summary>
      <ul className="mt-1.5 grid gap-1">
        {apart.slice(0, 8).map(({ place, counts }) => (
          <li key={place}>
            <button
              type="button"
              className="w-full rounded-s px-1 py-0.5 text-start text-ink-2 hover:bg-sunk"
              onClick={() => showBlock(place)}
            >
              <span className="block truncate">{blockText(place)}</span>
              <span className="text-ink-3 tabular-nums">
                {VERDICTS.filter((verdict) => counts[verdict] > 0)
                  .map((verdict) => `${counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}`)
                  .join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function blockOf(place: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-block="${CSS.escape(place)}"]`);
}

function showBlock(place: string): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  blockOf(place)?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
}

/** The claim as it stands on the page. */
function blockText(place: string): string {
  return blockOf(place)?.querySelector("p[dir], ins, del")?.textContent ?? "A claim";
}
