"use client";
import { useState } from "react";
import { usePart } from "@/ui/use-part";

const loadPoll = () => import("./trust-poll").then((part) => part.TrustPoll);

interface TrustRailProps {
  readonly documentId: string;
  readonly version: number;
}

/** How far people trust a document, and the poll about it, beside the document; loaded when it is unfolded. */
export function TrustRail({ documentId, version }: TrustRailProps) {
  const [isOpen, setOpen] = useState(false);
  const Poll = usePart(loadPoll, isOpen, () => setOpen(false));
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-semibold">How far it is trusted</summary>
      <div className="pt-3">{isOpen && Poll && <Poll documentId={documentId} version={version} />}</div>
    </details>
  );
}
