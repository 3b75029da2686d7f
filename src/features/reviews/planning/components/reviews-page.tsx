"use client";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Card, CardList } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Page, PageTitle } from "@/ui/page";
import { Section } from "@/ui/section";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { newPlanPath } from "../review-link-rules";
import { SessionRow } from "./session-row";

/** What is planned and open, and what was decided before. */
export function ReviewsPage() {
  const { slug, may } = useWorkspace();
  return (
    <>
      <TopBar
        crumbs={[{ label: "Reviews" }]}
        actions={
          <>
            <ButtonLink href={`/w/${slug}/reviews/events`}>Business events</ButtonLink>
            {may("review.plan") && (
              <ButtonLink href={newPlanPath(slug)} variant="primary">
                Plan a session
              </ButtonLink>
            )}
          </>
        }
      />
      <Page>
        <PageTitle
          title="Reviews"
          hint={<TermHint term="review" />}
          description="Look at documents together, say what is still true, and decide. Minutes are kept with the versions."
        />
        <Suspense fallback={<SkeletonRows label="Loading the sessions…" rows={4} />}>
          <Sessions />
        </Suspense>
      </Page>
    </>
  );
}

function Sessions() {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: coming } = useSuspenseQuery(
    trpc.reviews.sessions.queryOptions({ workspaceId, which: "coming", limit: 100 }),
  );
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    trpc.reviews.sessions.infiniteQueryOptions(
      { workspaceId, which: "past" },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const past = data.pages.flatMap(({ items }) => items);
  if (coming.items.length + past.length === 0)
    return (
      <EmptyState
        title="No session yet"
        action={
          may("review.plan") ? (
            <ButtonLink href={newPlanPath(slug)} variant="primary">
              Plan a session
            </ButtonLink>
          ) : undefined
        }
      >
        {may("review.plan")
          ? "Put what is overdue or drifting on an agenda, ask the people who know, and decide together."
          : "When your team plans to look at documents together, you find the session here, and afterwards what it decided."}
      </EmptyState>
    );
  return (
    <div className="grid gap-9">
      {coming.items.length > 0 && (
        <Section title="Open and planned">
          <Card>
            <CardList>
              {coming.items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </CardList>
          </Card>
        </Section>
      )}
      {past.length > 0 && (
        <Section title="Before">
          <Card>
            <CardList>
              {past.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </CardList>
          </Card>
          {hasNextPage && (
            <Button className="mt-4" pending={isFetchingNextPage} onClick={() => fetchNextPage()}>
              Show earlier ones
            </Button>
          )}
        </Section>
      )}
    </div>
  );
}
