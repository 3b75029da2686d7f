"use client";
import { useEffect, useRef, useState } from "react";
import { documentPath, KIND_PLACES, reviewPath } from "@/features/documents/components/document-link";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import type { ReviewPacket } from "../packet-contract";
import { type DecidedHere, DecisionForm } from "./decision-form";

interface DecisionPanelProps {
  readonly packet: ReviewPacket;
  /** Reads everything anew. */
  readonly onLookAgain: () => Promise<void>;
}

/** Where the decision is taken, and where to go from there. */
export function DecisionPanel({ packet, onLookAgain }: DecisionPanelProps) {
  const [decided, setDecided] = useState<DecidedHere | null>(null);
  if (decided) return <Decided packet={packet} decided={decided} onAgain={() => setDecided(null)} />;
  return <DecisionForm packet={packet} onLookAgain={onLookAgain} onDecided={setDecided} />;
}

interface DecidedProps {
  readonly packet: ReviewPacket;
  readonly decided: DecidedHere;
  readonly onAgain: () => void;
}

function Decided({ packet: { kind, document }, decided, onAgain }: DecidedProps) {
  const { slug, timeZone } = useWorkspace();
  const { result, number, dueOn, isDraftAhead, next } = decided;
  const today = localDay(Date.now(), timeZone);
  const begin = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: who goes on by keyboard goes on here.
  useEffect(() => begin.current?.focus(), []);
  return (
    <div ref={begin} tabIndex={-1} className="grid gap-4 outline-none">
      <Notice tone="done" title={number === null ? RESULT_WORDS[result] : `${RESULT_WORDS[result]}: v${number}`}>
        {dueOn && `The next review is on ${localDayText(dueOn, today)}. `}
        {isDraftAhead && "The draft says something newer, which is not published. "}
        It stands in the {KIND_PLACES[kind].one}’s history.
      </Notice>
      {next ? (
        <ButtonLink variant="primary" href={reviewPath(slug, next.kind, next.documentId)}>
          Next: {next.title || "No name yet"}
        </ButtonLink>
      ) : (
        <p className="text-ink-2">Nothing else waits for your review.</p>
      )}
      <ButtonLink href={documentPath(slug, kind, document.id)}>Back to the {KIND_PLACES[kind].one}</ButtonLink>
      {result !== "retired" && (
        <Button variant="ghost" onClick={onAgain}>
          Decide again
        </Button>
      )}
    </div>
  );
}
