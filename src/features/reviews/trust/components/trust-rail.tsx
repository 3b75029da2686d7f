"use client";
import { useState } from "react";
import { usePart } from "@/ui/use-part";

const loadPoll = () => import("./trust-poll").then((part) => part.TrustPoll);

interface TrustRailProps {
  readonly documentId: string;
  readonly version: number;
  /** The session after which it is asked. */
  readonly sessionId?: string | undefined;
}

/** How far people trust a document, and the poll about it, folded away; loaded when it is unfolded. */
export function TrustRail(props: TrustRailProps) {
  const [isOpen, setOpen] = useState(false);
  const Poll = usePart(loadPoll, isOpen, () => setOpen(false));
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-semibold">How far it is trusted</summary>
      <div className="pt-3">{isOpen && Poll && <Poll {...props} />}</div>
    </details>
  );
}
