"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import type { ListedSession } from "../plan-contract";
import { sessionPath } from "../review-link-rules";
import { whenText } from "../when-rules";
import { SessionPill } from "./session-pill";

export function SessionRow({ session }: { readonly session: ListedSession }) {
  const { slug } = useWorkspace();
  const { title, titles, items, decided, people, facilitator, isMine, state } = session;
  const more = items - titles.length;
  return (
    <CardRow className="relative hover:bg-sunk">
      <div className="min-w-0 grow basis-64">
        <Link href={sessionPath(slug, session.id)} className="font-strong after:absolute after:inset-0">
          <bdi>{title}</bdi>
        </Link>
        <p className="text-small text-ink-2">
          {whenText(session)}
          {" · "}
          {facilitator.name} facilitates, {people} asked{isMine ? ", you among them" : ""}
        </p>
        <p className="truncate text-small text-ink-3">
          {titles.join(", ")}
          {more > 0 && ` and ${more} more`}
        </p>
      </div>
      {state !== "planned" && state !== "cancelled" && (
        <span className="text-small text-ink-2 tabular-nums">
          {decided} of {items} decided
        </span>
      )}
      <SessionPill session={session} />
    </CardRow>
  );
}
