"use client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import type { VersionHead } from "../../document-contract";
import type { FieldChange } from "../comparison-rules";
import { ChangeRows } from "./change-rows";

interface ChangedMeanwhileProps {
  readonly changes: readonly FieldChange[];
  /** What was published meanwhile; null when only the draft changed. */
  readonly version: VersionHead | null;
  /** The draft is what that version is. */
  readonly isAllPublished?: boolean;
  readonly onSeen: () => void;
}

/** Somebody was quicker: what they changed since the person looked, before anything goes on from it. */
export function ChangedMeanwhile({ changes, version, isAllPublished = false, onSeen }: ChangedMeanwhileProps) {
  return (
    <section aria-label="Changed meanwhile" className="grid gap-3">
      <Notice
        tone="due"
        title={
          version ? `${version.author.name} published v${version.number} meanwhile` : "The draft changed meanwhile"
        }
        action={
          <Button size="s" onClick={onSeen}>
            I have read it
          </Button>
        }
      >
        {version && `“${version.note}”. `}
        {isAllPublished && "All that was in the draft went out with it, so nothing is left to publish. "}
        {changes.length > 0
          ? "This is what differs from what you saw:"
          : "The draft is as you saw it; nothing of it was lost."}
      </Notice>
      {changes.length > 0 && <ChangeRows changes={changes} />}
    </section>
  );
}
