"use client";
import type { RefObject } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { PopoverPart } from "@/ui/popover-part";
import { Time } from "@/ui/time";
import { comparePath, documentPath } from "../../components/document-link";
import type { DocumentMark } from "../../marks/mark-rules";
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
          const link = mark && linkOf(slug, documentId, mark);
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

function linkOf(slug: string, documentId: string, { mark, sourceId, source }: DocumentMark) {
  if (mark === "event") return { href: `/w/${slug}/reviews/events`, words: "Look at the events" };
  if (!source || sourceId === documentId) return null;
  const { kind, version, restedOn } = source;
  if (mark === "rests-on-new" && version !== null && restedOn !== null && restedOn !== version) {
    return { href: comparePath(slug, kind, sourceId, { from: restedOn, to: version }), words: "See what is new in it" };
  }
  return { href: documentPath(slug, kind, sourceId), words: `Look at the ${kind}` };
}
