"use client";
import clsx from "clsx";
import { AlarmClock, Bell, Check, Undo2 } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/button";
import { CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import { Menu } from "@/ui/menu";
import { Time } from "@/ui/time";
import { snoozeBlock } from "../inbox-rules";
import type { Notice } from "../notification-contract";
import { noticeLead, noticePath, noticePredicate, subjectText } from "../notification-rules";
import type { NoticeActs } from "./use-notice-acts";

interface NoticeRowProps {
  readonly notice: Notice;
  readonly acts: NoticeActs;
  readonly onSnooze: () => void;
}

const ICON = "size-4";

/** What one was told, where it leads, and what can be done with it. */
export function NoticeRow({ notice, acts, onSnooze }: NoticeRowProps) {
  const { actor, at, isRead, isDone } = notice;
  const isAsleep = notice.snoozedUntil !== null && !isDone && new Date(notice.snoozedUntil) > new Date();
  const block = snoozeBlock(notice);
  return (
    <CardRow data-notice={notice.id} className="items-start focus-within:bg-sunk">
      <span className="relative mt-0.5 shrink-0">
        {actor ? (
          <Avatar name={actor.name} size={30} isDecoration />
        ) : (
          <span aria-hidden="true" className="grid size-[30px] place-items-center rounded-full bg-due-soft text-due">
            <Bell className={ICON} />
          </span>
        )}
        {!isRead && (
          <span className="absolute -end-0.5 -top-0.5 size-2.5 rounded-full border-2 border-surface bg-accent" />
        )}
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <Sentence notice={notice} onFollow={() => acts.markRead(notice)} />
        <p className="flex flex-wrap gap-x-2 text-small text-ink-3">
          <Time at={at} isExact />
          {isAsleep && notice.snoozedUntil && (
            <span>
              Snoozed until <Time at={notice.snoozedUntil} />
            </span>
          )}
          {notice.snoozes > 0 && (
            <span dir="auto" className="wrap-anywhere">
              {isAsleep ? "" : `Snoozed ${notice.snoozes === 1 ? "once" : "twice"}: `}
              {notice.snoozeReason}
            </span>
          )}
        </p>
      </div>
      <span className="flex shrink-0 items-center gap-1 max-sm:w-full max-sm:justify-end">
        {isDone && (
          <IconButton
            size="s"
            label="Put on the list again"
            icon={<Undo2 aria-hidden="true" className={ICON} />}
            onClick={() => acts.reopen(notice)}
          />
        )}
        {isAsleep && (
          <IconButton
            size="s"
            label="Bring back now"
            icon={<AlarmClock aria-hidden="true" className={ICON} />}
            onClick={() => acts.wake(notice)}
          />
        )}
        {!isDone && (
          <IconButton
            size="s"
            label="Done"
            icon={<Check aria-hidden="true" className={ICON} />}
            onClick={() => acts.finish(notice)}
          />
        )}
        {!isDone && !isAsleep && (
          <Menu
            size="s"
            label="More about this notice"
            entries={[
              {
                kind: "act",
                label: isRead ? "Mark as unread" : "Mark as read",
                onSelect: () => acts.toggleRead(notice),
              },
              {
                kind: "act",
                label: "Snooze…",
                hint: block ?? undefined,
                isDisabled: block !== null,
                onSelect: onSnooze,
              },
            ]}
          />
        )}
      </span>
    </CardRow>
  );
}

function Sentence({ notice, onFollow }: { readonly notice: Notice; readonly onFollow: () => void }) {
  const { slug } = useWorkspace();
  const { actor, subject, isRead } = notice;
  const path = noticePath(subject);
  const words = subjectText(subject, "quote") || subjectText(subject, "note");
  const sentence = (
    <>
      <b>
        <bdi>{noticeLead(notice, actor?.name ?? null)}</bdi>
      </b>{" "}
      {noticePredicate(notice)}
    </>
  );
  return (
    <>
      <p dir="auto" className={clsx("wrap-anywhere", isRead && "text-ink-2")}>
        {path ? (
          <Link
            href={`/w/${slug}${path}`}
            onClick={onFollow}
            className="rounded-[2px] underline-offset-4 hover:underline"
          >
            {sentence}
          </Link>
        ) : (
          sentence
        )}
        {!isRead && <span className="sr-only"> (unread)</span>}
      </p>
      {words && (
        <p dir="auto" className="line-clamp-2 font-display wrap-anywhere text-ink-2 italic">
          {words}
        </p>
      )}
    </>
  );
}
