"use client";
import type { ReactNode } from "react";
import { FreshnessPill } from "@/features/documents/verification/components/freshness-pill";
import { useFreshness } from "@/features/documents/verification/components/use-freshness";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { ButtonLink } from "@/ui/button-link";
import { Card, CardList, CardRow } from "@/ui/card";
import { Pill } from "@/ui/pill";
import { Time } from "@/ui/time";
import type { Duty } from "../today-contract";
import { dutyPath } from "./duty-link";
import { LocalDay } from "./local-day";
import { NamedFace } from "./named-face";

interface NeedsYouProps {
  readonly duties: readonly Duty[];
  readonly count: number;
}

/** What waits for the reader, the weightiest first, each with the one thing to do about it. */
export function NeedsYouCard({ duties, count }: NeedsYouProps) {
  return (
    <Card aria-labelledby="needs-you">
      <h2 id="needs-you" className="border-b px-4 py-[13px] text-[0.9375rem] font-semibold">
        Needs you
      </h2>
      {duties.length === 0 ? (
        <p className="px-4 py-5 text-ink-2">
          Nothing waits for you. What you verify appears here when it is due, when its data move, or when somebody asks.
        </p>
      ) : (
        <CardList>
          {duties.map((duty) => (
            <DutyRow
              key={`${duty.type} ${"document" in duty ? duty.document.id : ""} ${"id" in duty ? duty.id : ""}`}
              duty={duty}
            />
          ))}
        </CardList>
      )}
      {count > duties.length && (
        <p className="border-t px-4 py-3 text-small text-ink-2">And {count - duties.length} more in the lists.</p>
      )}
    </Card>
  );
}

function DutyRow({ duty }: { readonly duty: Duty }) {
  switch (duty.type) {
    case "review":
      return <ReviewRow duty={duty} />;
    case "approval":
      return (
        <Row
          duty={duty}
          what={`v${(duty.document.currentVersion ?? 0) + 1} waits for your approval`}
          more={
            <>
              {duty.askedBy.name} asked on <Time at={duty.askedAt} />
              {duty.note && ` · “${duty.note}”`}
            </>
          }
          pill={<Pill tone="info">Approval</Pill>}
          act="Open"
        />
      );
    case "task":
      return (
        <Row
          duty={duty}
          what={duty.text}
          more={
            <>
              By <LocalDay day={duty.dueOn} />
            </>
          }
          pill={<Pill tone={duty.isOverdue ? "stale" : "due"}>{duty.isOverdue ? "Task overdue" : "Task"}</Pill>}
          act="Open"
        />
      );
    case "session":
      return (
        <Row
          duty={duty}
          what={duty.mode === "live" ? "is under way" : "is open"}
          more={
            <>
              {duty.items === 1 ? "1 document" : `${duty.items} documents`}
              {duty.mode === "window" && (
                <>
                  {" "}
                  · until <Time at={duty.endsAt} />
                </>
              )}
            </>
          }
          pill={<Pill tone="info">{duty.mode === "live" ? "Live" : "Review"}</Pill>}
          act={duty.mode === "live" ? "Join" : "Take part"}
        />
      );
  }
}

function ReviewRow({ duty }: { readonly duty: Extract<Duty, { type: "review" }> }) {
  const { freshness, marks } = duty;
  const { reasons } = useFreshness({ facts: freshness, marks });
  const isMoved = marks.some(({ mark }) => mark === "drifting" || mark === "contradicted");
  return (
    <Row
      duty={duty}
      what={isMoved ? "rests on data that moved" : marks.length > 0 ? "may have become untrue" : "is to be verified"}
      more={reasons.map(({ sentence }) => sentence).join(" ")}
      pill={<FreshnessPill of={{ state: "published", freshness, marks }} />}
      act="Review"
    />
  );
}

interface RowProps {
  readonly duty: Duty;
  readonly what: string;
  readonly more: ReactNode;
  readonly pill: ReactNode;
  readonly act: string;
}

function Row({ duty, what, more, pill, act }: RowProps) {
  const { slug } = useWorkspace();
  const title = ("document" in duty ? duty.document.title : duty.title) || "No name yet";
  return (
    <CardRow>
      {"document" in duty ? (
        <NamedFace document={duty.document} />
      ) : (
        <span aria-hidden="true" className="size-10 shrink-0 rounded-full bg-info-soft" />
      )}
      <div className="min-w-0 flex-[1_1_14rem]">
        <p dir="auto" className="wrap-anywhere">
          <b className="font-semibold">{title}</b> <span className="text-ink-2">{what}</span>
        </p>
        <p dir="auto" className="line-clamp-2 text-small text-ink-3 wrap-anywhere">
          {more}
        </p>
      </div>
      {pill}
      <ButtonLink size="s" href={dutyPath(slug, duty)} aria-label={`${act} ${title}`}>
        {act}
      </ButtonLink>
    </CardRow>
  );
}
