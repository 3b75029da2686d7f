"use client";
import type { RefObject } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { PopoverPart } from "@/ui/popover-part";
import { Time } from "@/ui/time";
import { markLink } from "../../marks/components/mark-link";
import type { ReasonSentence } from "../freshness-rules";

interface FreshnessReasonsProps {
  readonly documentId: string;
  readonly words: string;
  readonly reasons: readonly ReasonSentence[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Why a document's badge says what it says, each reason with the way to where it comes from. */
export function FreshnessReasonsPart({ documentId, words, reasons, ...popover }: FreshnessReasonsProps) {
  const { slug } = useWorkspace();
  return (
    <PopoverPart label="Whether it can be relied on" {...popover}>
      <h2 className="text-section">{words}</h2>
      <ul className="divide-y pt-1">
        {reasons.map(({ sentence, mark }) => {
          const link = mark && markLink(slug, documentId, mark);
          return (
            <li key={mark ? `${mark.mark} ${mark.sourceId}` : sentence} className="py-2 last:pb-0">
              <p className="wrap-anywhere">{sentence}</p>
              {mark && (
                <p className="pt-0.5 text-small text-ink-3">
                  Since <Time at={mark.since} />
                  {link && (
                    <>
                      {" · "}
                      <Link
                        href={link.href}
                        className="text-ink-2 underline underline-offset-2 hover:text-ink"
                        onClick={() => popover.onOpenChange(false)}
                      >
                        {link.words}
                      </Link>
                    </>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </PopoverPart>
  );
}
