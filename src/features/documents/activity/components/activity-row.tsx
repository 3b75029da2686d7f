"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Avatar } from "@/ui/avatar";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import { documentPath, versionPath } from "../../components/document-link";
import type { Activity } from "../activity-contract";
import { activityWords } from "../activity-rules";

interface ActivityRowProps {
  readonly activity: Activity;
  /** The surroundings name the document. */
  readonly isAlone: boolean;
  /** With its day, where no day stands above it. */
  readonly isDayShown?: boolean | undefined;
}

/** One thing that somebody did, as a sentence that leads there. */
export function ActivityRow({ activity, isAlone, isDayShown = false }: ActivityRowProps) {
  const { slug } = useWorkspace();
  const { actor, document, details, at } = activity;
  const words = activityWords(activity);
  const note = typeof details.note === "string" ? details.note : details.quote;
  return (
    <li className="flex items-start gap-2.5 py-1.5">
      <Avatar name={actor.name} size={24} isDecoration />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="wrap-anywhere">
          <b>
            <bdi>{actor.name}</bdi>
          </b>{" "}
          {isAlone ? (
            <Link href={pathOf(slug, activity)} className="rounded-[2px] underline-offset-4 hover:underline">
              {words.alone}
            </Link>
          ) : (
            <>
              {words.before}{" "}
              <Link
                href={pathOf(slug, activity)}
                className="rounded-[2px] font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink"
              >
                <bdi>{document.title || "a document without a name"}</bdi>
              </Link>
              {words.after}
            </>
          )}
        </p>
        {note && (
          <p dir="auto" className="line-clamp-2 text-small wrap-anywhere text-ink-2">
            {note}
          </p>
        )}
      </div>
      <span className="shrink-0 pt-px text-small text-ink-3">
        <Time at={at} isClock={!isDayShown} />
      </span>
    </li>
  );
}

/** The version or the thread that it tells of, else the document. */
function pathOf(slug: string, { document, details, verb }: Activity): string {
  if (verb === "published" && typeof details.number === "number") {
    return versionPath(slug, document.kind, document.id, details.number);
  }
  const path = documentPath(slug, document.kind, document.id);
  return typeof details.threadId === "string" ? `${path}?thread=${details.threadId}` : path;
}
