"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type KeyboardEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { TextInput } from "@/ui/field";
import type { RoomMark } from "../room-contract";
import { sayingBlock, VERDICT_WORDS, VERDICTS, type Verdict } from "../room-rules";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

const KEYS: Readonly<Record<string, Verdict>> = { k: "keep", c: "change", r: "remove", u: "unsure" };

interface ClaimMarksProps {
  readonly itemId: string;
  readonly place: string;
  /** What it says, for those who hear the buttons alone. */
  readonly claim: string;
}

/** What one thinks of a claim, and then what the others do. */
export function ClaimMarks({ itemId, place, claim }: ClaimMarksProps) {
  const { room, sessionId, personId, mayTakePart } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { act, isPending } = useRoomAct();
  const { data: item } = useQuery(trpc.reviews.roomItem.queryOptions({ workspaceId, sessionId, itemId }));
  const noteId = useId();
  const [isNoting, setNoting] = useState(false);
  const here = item?.marks.filter((mark) => mark.place === place) ?? [];
  const own = here.find(({ person }) => person.id === personId);
  const decision = room.session.items.find(({ id }) => id === itemId)?.decision ?? null;
  const isOver = sayingBlock(room.session.state, decision !== null) !== null;

  const mark = (verdict: Verdict, note = own?.note ?? "") =>
    act((client) => client.reviews.mark.mutate({ workspaceId, sessionId, itemId, place, verdict, note }));
  const onKeyDown = (event: KeyboardEvent) => {
    const verdict = KEYS[event.key.toLowerCase()];
    const isTyping = event.target instanceof HTMLInputElement;
    if (!verdict || isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    void mark(verdict);
  };
  const total = item?.markCounts[place] ?? 0;
  if (!mayTakePart && here.length === 0 && total === 0) return null;
  return (
    <div className="mt-1 grid gap-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-1">
        {mayTakePart && !isOver && (
          <fieldset aria-label={`What you think of “${claim}”`} onKeyDown={onKeyDown} className="flex flex-wrap gap-1">
            {VERDICTS.map((verdict) => (
              <button
                key={verdict}
                type="button"
                aria-pressed={own?.verdict === verdict}
                aria-keyshortcuts={verdict.charAt(0)}
                title={`${VERDICT_WORDS[verdict]} (${verdict.charAt(0).toUpperCase()})`}
                onClick={() => void mark(verdict)}
                className={clsx(
                  "min-h-6 rounded-s border px-1.5 text-label",
                  own?.verdict === verdict
                    ? "border-ink bg-ink text-paper"
                    : "border-line text-ink-3 hover:border-line-strong hover:text-ink",
                )}
              >
                {VERDICT_WORDS[verdict]}
              </button>
            ))}
          </fieldset>
        )}
        {own && !isOver && (
          <Button size="s" variant="ghost" aria-expanded={isNoting} onClick={() => setNoting(!isNoting)}>
            {own.note ? "Change the reason" : "Say why"}
          </Button>
        )}
        <MarkWords marks={here} total={total} />
      </div>
      {isNoting && own && !isOver && (
        <form
          className="flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            const note = String(new FormData(event.currentTarget).get("note") ?? "");
            void mark(own.verdict, note).then((isDone) => isDone && setNoting(false));
          }}
        >
          <label htmlFor={noteId} className="sr-only">
            Why
          </label>
          <TextInput id={noteId} name="note" defaultValue={own.note} maxLength={500} placeholder="Why" />
          <Button type="submit" pending={isPending}>
            Save
          </Button>
        </form>
      )}
      <Notes marks={here} />
    </div>
  );
}

/** "2 keep, 1 change" once one may know, before that only how many have spoken. */
function MarkWords({ marks, total }: { readonly marks: readonly RoomMark[]; readonly total: number }) {
  if (total === 0) return null;
  const words = VERDICTS.flatMap((verdict) => {
    const people = marks.filter((mark) => mark.verdict === verdict);
    return people.length === 0 ? [] : [`${people.length} ${VERDICT_WORDS[verdict].toLowerCase()}`];
  });
  const names = marks.map(({ person, verdict }) => `${person.name}: ${VERDICT_WORDS[verdict]}`).join("\n");
  return (
    <span className="text-label text-ink-3 tabular-nums" title={names || undefined}>
      {words.length > 0 ? words.join(", ") : total === 1 ? "1 has marked it" : `${total} have marked it`}
    </span>
  );
}

function Notes({ marks }: { readonly marks: readonly RoomMark[] }) {
  const told = marks.filter(({ note }) => note !== "");
  if (told.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-small text-ink-2">
      {told.map(({ person, note, verdict }) => (
        <li key={person.id} className="wrap-anywhere">
          <b className="font-strong">{person.name}</b> <bdi>{note}</bdi>{" "}
          <span className="text-ink-3">({VERDICT_WORDS[verdict].toLowerCase()})</span>
        </li>
      ))}
    </ul>
  );
}
