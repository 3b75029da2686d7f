"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RESULT_WORDS, type ReviewResult } from "@/features/documents/verification/verification-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { usePart } from "@/ui/use-part";
import { decideBlocks, decidePublishBlocks } from "../../deciding/decide-rules";
import type { ReviewPacket } from "../../deciding/packet-contract";
import type { SessionItem } from "../../session-contract";
import type { RoomTask } from "../room-contract";
import { sayingBlock } from "../room-rules";
import { useRoom } from "./room-context";

const loadDialog = () => import("./decision-dialog").then((part) => part.DecisionDialog);

interface RoomDecisionProps {
  readonly item: SessionItem;
  readonly tasks: readonly RoomTask[];
}

/** How the review of the document ends, by the rules that hold alone as well. */
export function RoomDecision({ item, tasks }: RoomDecisionProps) {
  const { room } = useRoom();
  const { id: workspaceId, timeZone, may } = useWorkspace();
  const trpc = useTRPC();
  const { documentId, decision } = item;
  const today = localDay(Date.now(), timeZone);
  const isAsked = decision === null && may("review.decide");
  const { data: packet } = useQuery(
    trpc.reviews.packet.queryOptions({ workspaceId, documentId }, { enabled: isAsked }),
  );
  const isOver = sayingBlock(room.session.state, false) !== null;
  return (
    <section aria-labelledby="room-decision" className="mt-auto grid gap-2.5">
      <h2 id="room-decision" className="font-strong">
        Decision
      </h2>
      {decision ? (
        <Notice
          tone="done"
          title={
            decision.version === null
              ? RESULT_WORDS[decision.result]
              : `${RESULT_WORDS[decision.result]}: v${decision.version}`
          }
        >
          Decided by {decision.by.name}. <bdi>{decision.note}</bdi>
        </Notice>
      ) : isOver ? (
        <p className="text-small text-ink-3">None was taken.</p>
      ) : !may("review.decide") ? (
        <p className="text-small text-ink-3">Its verifiers and editors decide.</p>
      ) : (
        packet && <Ways item={item} packet={packet} today={today} />
      )}
      {tasks.length > 0 && (
        <ul aria-label="Tasks" className="grid gap-1.5 text-small">
          {tasks.map(({ id, text, assignee, dueOn }) => (
            <li key={id} className="wrap-anywhere">
              <b className="font-strong">{assignee.name.split(" ")[0]}</b> <bdi>{text}</bdi>{" "}
              <span className="text-ink-3">by {localDayText(dueOn, today)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface WaysProps {
  readonly item: SessionItem;
  readonly packet: ReviewPacket;
  readonly today: string;
}

function Ways({ item, packet, today }: WaysProps) {
  const { role } = useWorkspace();
  const [open, setOpen] = useState<ReviewResult | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const Dialog = usePart(loadDialog, open !== null, () => setOpen(null));
  const { document, isVerifier, publishing, nextDueOn } = packet;
  const { currentVersion } = document;
  const facts = { role, isVerifier, isRetired: document.retired !== null, currentVersion };
  const against = (result: ReviewResult) => {
    const blocks =
      result === "published" && publishing ? decidePublishBlocks(facts, publishing) : decideBlocks(result, facts);
    return blocks.length === 0 ? undefined : blocks.map(({ message }) => message).join(" ");
  };
  const next = (currentVersion ?? 0) + 1;
  const isPublishable = against("published") === undefined;
  const [first, other]: [ReviewResult, ReviewResult] = isPublishable
    ? ["published", "still-true"]
    : ["still-true", "published"];
  const words: Record<ReviewResult, string> = {
    published: `Approve and publish v${next}`,
    "still-true": "Still true",
    "changes-asked": "Ask for changes",
    retired: "Retire",
  };
  const button = (result: ReviewResult, isFirst = false) => (
    <Button
      {...(isFirst && { variant: "accent" })}
      className="w-full"
      disabledReason={against(result)}
      onClick={() => {
        setRefused(null);
        setOpen(result);
      }}
    >
      {words[result]}
    </Button>
  );
  return (
    <>
      {refused && <Notice tone="error">{refused}</Notice>}
      {button(first, true)}
      {button("changes-asked")}
      <div className="grid grid-cols-2 gap-2">
        {button(other)}
        {button("retired")}
      </div>
      <p className="text-small text-ink-3">
        {nextDueOn !== null && `Next review moves to ${localDayText(nextDueOn, today)}. `}
        Minutes are kept with {isPublishable ? `v${next}` : "the document"}.
      </p>
      {Dialog && open && (
        <Dialog
          item={item}
          packet={packet}
          result={open}
          title={words[open]}
          today={today}
          onClose={() => setOpen(null)}
          onOutrun={(message) => {
            setOpen(null);
            setRefused(`${message} What it says now is shown beside this.`);
          }}
        />
      )}
    </>
  );
}
