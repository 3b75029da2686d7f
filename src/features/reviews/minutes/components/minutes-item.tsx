"use client";
import type { ReactNode } from "react";
import { documentPath, versionPath } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { Link } from "@/ui/link";
import { Pill, type PillTone } from "@/ui/pill";
import { packetPath } from "../../planning/review-link-rules";
import { VOTE_WORDS } from "../../room/room-rules";
import { TrustRail } from "../../trust/components/trust-rail";
import type { MinutesItem } from "../minutes-contract";
import { countsText, decisionText, statementText, votesText } from "../minutes-words-rules";

const TONES: Readonly<Record<NonNullable<MinutesItem["result"]>, PillTone>> = {
  "still-true": "fresh",
  published: "fresh",
  "changes-asked": "due",
  retired: "plain",
};

/** What was said and decided of one document. */
export function MinutesItemView({ item, sessionId }: { readonly item: MinutesItem; readonly sessionId: string }) {
  const { slug } = useWorkspace();
  const { documentId, kind, title, isDeleted, result, version, note, decidedBy, votes, marks, notes, tasks } = item;
  const path = version === null ? documentPath(slug, kind, documentId) : versionPath(slug, kind, documentId, version);
  return (
    <li className="grid min-w-0 gap-4 border-t pt-6 print:break-inside-avoid-page">
      <div className="grid gap-2">
        <h2 className="font-display text-display-28 wrap-anywhere">
          {isDeleted ? (
            <bdi>{title}</bdi>
          ) : (
            <Link href={path} className="underline decoration-line-strong underline-offset-4 hover:decoration-ink">
              <bdi>{title || "No name yet"}</bdi>
            </Link>
          )}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Pill tone={result ? TONES[result] : "due"}>{decisionText(item)}</Pill>
          {decidedBy !== null && <span className="text-small text-ink-2">decided by {decidedBy}</span>}
          {result === null && !isDeleted && (
            <Link href={packetPath(slug, kind, documentId)} className="text-small text-info underline print:hidden">
              Decide it now
            </Link>
          )}
        </p>
        {isDeleted && <p className="text-ink-3">The document was deleted since, and with it what was said of it.</p>}
        {note && <p className="whitespace-pre-line wrap-anywhere">{note}</p>}
      </div>
      {votes.length > 0 && (
        <Part title="Votes" words={votesText(item)}>
          {votes.map((vote) => (
            <li key={vote.name}>
              {vote.name}: {VOTE_WORDS[vote.vote].toLowerCase()}
            </li>
          ))}
        </Part>
      )}
      {marks.length > 0 && (
        <Part title="Statements" words="Those first about which people were furthest apart.">
          {marks.map((mark, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: minutes never change.
            <li key={place}>
              <bdi>{statementText(mark)}</bdi> <span className="whitespace-nowrap text-ink-3">{countsText(mark)}</span>
              {mark.notes.map((one) => (
                <span key={one} className="block ps-4 text-small text-ink-2">
                  “{one}”
                </span>
              ))}
            </li>
          ))}
        </Part>
      )}
      {notes.length > 0 && (
        <Part title="Notes">
          {notes.map(({ author, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: minutes never change.
            <li key={place} className="whitespace-pre-line">
              <b className="font-strong">{author}</b> {text}
            </li>
          ))}
        </Part>
      )}
      {tasks.length > 0 && (
        <Part title="Tasks">
          {tasks.map(({ text, assignee, dueOn }) => (
            <li key={text}>
              {text}, <b className="font-strong">{assignee}</b> by {dayText(dueOn, "UTC")}
            </li>
          ))}
        </Part>
      )}
      {version !== null && !isDeleted && result !== "retired" && (
        <div className="print:hidden">
          <TrustRail documentId={documentId} version={version} sessionId={sessionId} />
        </div>
      )}
    </li>
  );
}

interface PartProps {
  readonly title: string;
  readonly words?: string;
  readonly children: ReactNode;
}

function Part({ title, words, children }: PartProps) {
  return (
    <section aria-label={title}>
      <h3 className="text-label text-ink-3">{title}</h3>
      {words && <p className="text-small text-ink-2">{words}</p>}
      <ul className="mt-1 grid gap-1 wrap-anywhere">{children}</ul>
    </section>
  );
}
