"use client";
import { documentPath, KIND_PLACES } from "@/features/documents/components/document-link";
import { commentText } from "@/features/documents/threads/thread-rules";
import { useFreshness } from "@/features/documents/verification/components/use-freshness";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { OpenTasks } from "../../tasks/components/open-tasks";
import type { ReviewPacket } from "../packet-contract";
import { DataNow } from "./data-now";
import { EarlierReviews } from "./earlier-reviews";
import { PacketChanges } from "./packet-changes";

/** What somebody needs to know before deciding, what weighs most first. */
export function PacketView({ packet }: { readonly packet: ReviewPacket }) {
  const { kind, document, version, changes, segments, facts, threads, evidence, reviews, tasks } = packet;
  const { slug } = useWorkspace();
  const { reasons, state } = useFreshness({ facts: document.freshness, marks: document.marks });
  const isAhead = version !== null && changes.length > 0;
  const { one } = KIND_PLACES[kind];
  return (
    <>
      <PageTitle
        eyebrow={
          version === null ? (
            `This ${one} was never published`
          ) : (
            <>
              {isAhead ? `Draft against v${version.number}` : `v${version.number}`}, published{" "}
              <Time at={version.publishedAt} />
            </>
          )
        }
        title={document.title || "No name yet"}
      />
      <div className="grid gap-8">
        {document.retired ? (
          <Notice tone="due" title={`This ${one} is retired`}>
            Since <Time at={document.retired.at} />. {document.retired.reason}
          </Notice>
        ) : (
          <Notice tone={state === "fresh" ? "done" : state === "never" ? "info" : "due"} title="Where it stands">
            {reasons.map(({ sentence }) => sentence).join(" ")}
          </Notice>
        )}
        <PacketChanges packet={packet} />
        <DataNow kind={kind} segments={segments} facts={facts} />
        <Section title="What it rests on" hasLine>
          <p className="text-ink-2">{evidenceWords(evidence)}</p>
        </Section>
        {threads.open > 0 && (
          <Section title={threads.open === 1 ? "1 open thread" : `${threads.open} open threads`} hasLine>
            <ul className="grid gap-3">
              {threads.newest.map(({ id, label, quote, opening, commentCount }) => (
                <li key={id} className="min-w-0">
                  <Link
                    href={`${documentPath(slug, kind, document.id)}?thread=${id}`}
                    className="font-strong underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                  >
                    <bdi>{label ?? (quote || "The document")}</bdi>
                  </Link>
                  <p className="line-clamp-2 text-ink-2 wrap-anywhere">
                    <bdi>{opening.author.name}</bdi>:{" "}
                    {opening.isDeleted ? "deleted" : commentText(opening.body) || "proposes other words"}
                    {commentCount > 1 && <span className="text-ink-3"> · {commentCount} comments</span>}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {tasks.length > 0 && (
          <Section title="Open tasks" hasLine>
            <OpenTasks documentId={document.id} initial={tasks} />
          </Section>
        )}
        <EarlierReviews reviews={reviews} />
      </div>
    </>
  );
}

/** "12 claims: 9 rest on something, 3 are assumptions." */
function evidenceWords({ claims, backed, assumptions }: ReviewPacket["evidence"]): string {
  if (claims === 0) return "It makes no claims yet.";
  const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
  const parts = [
    counted(backed, "rests on something we know", "rest on something we know"),
    counted(assumptions, "is an assumption", "are assumptions"),
  ];
  return `${counted(claims, "claim", "claims")}: ${parts.join(", ")}.`;
}
