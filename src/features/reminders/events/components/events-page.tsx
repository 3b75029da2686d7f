"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { documentPath } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Page, PageTitle } from "@/ui/page";
import { Time } from "@/ui/time";
import { TopBar } from "@/ui/top-bar";
import { usePart } from "@/ui/use-part";
import { useTurning } from "@/ui/use-turning";
import type { BusinessEvent } from "../event-contract";
import { EVENT_WORDS } from "../event-rules";
import { RemoveEvent } from "./remove-event";

const loadDialog = () => import("./log-event-part").then((part) => part.LogEventPart);

/** What happened to the business, and which documents wait since for somebody to look at them. */
export function EventsPage() {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: events } = useSuspenseQuery(trpc.businessEvents.list.queryOptions({ workspaceId }));
  const [isLogging, setLogging] = useState(false);
  const LogDialog = usePart(loadDialog, isLogging, () => setLogging(false));
  const log = may("cadence.set") && (
    <Button variant="primary" onClick={() => setLogging(true)}>
      Log an event
    </Button>
  );
  return (
    <>
      <TopBar crumbs={[{ label: "Reviews", href: `/w/${slug}/reviews` }, { label: "Business events" }]} actions={log} />
      <Page width="text">
        <PageTitle
          title="Business events"
          description="A launch, a price or a competitor can make a persona untrue before its day. Log it, and the documents that it may touch are due until somebody has looked at them."
        />
        {events.length === 0 ? (
          <EmptyState title="Nothing logged yet">
            {may("cadence.set")
              ? "Log the next launch or price change, and choose whom it may touch."
              : "Editors log here what happens to the business."}
          </EmptyState>
        ) : (
          <Card>
            <CardList>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </CardList>
          </Card>
        )}
      </Page>
      {LogDialog && <LogDialog open={isLogging} onOpenChange={setLogging} />}
    </>
  );
}

function EventRow({ event }: { readonly event: BusinessEvent }) {
  const { slug, may, timeZone } = useWorkspace();
  const today = localDay(useTurning([], timeZone), timeZone);
  const { id, kind, title, note, happenedOn, loggedBy, loggedAt, waiting } = event;
  return (
    <CardRow className="items-start">
      <div className="min-w-0 flex-1">
        <p className="text-small text-ink-3">
          {EVENT_WORDS[kind]} · {localDayText(happenedOn, today)}
        </p>
        <h2 dir="auto" className="font-display text-display-20 wrap-anywhere">
          {title}
        </h2>
        {note && (
          <p dir="auto" className="mt-0.5 whitespace-pre-line text-ink-2 wrap-anywhere">
            {note}
          </p>
        )}
        {waiting.length === 0 ? (
          <p className="mt-1.5 text-small text-fresh">Everything that it may touch was looked at since.</p>
        ) : (
          <p className="mt-1.5 text-small text-ink-2">
            Still to be looked at:{" "}
            {waiting.map((document, place) => (
              <span key={document.id}>
                {place > 0 && ", "}
                <Link
                  href={documentPath(slug, document.kind, document.id)}
                  className="underline underline-offset-2 hover:text-ink"
                >
                  <bdi>{document.title || "No name yet"}</bdi>
                </Link>
              </span>
            ))}
          </p>
        )}
        <p className="mt-1 text-small text-ink-3">
          Logged <Time at={loggedAt} /> by {loggedBy.name}
        </p>
      </div>
      {may("cadence.set") && <RemoveEvent id={id} title={title} />}
    </CardRow>
  );
}
