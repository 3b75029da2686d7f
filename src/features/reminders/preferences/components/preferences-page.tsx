"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { CalendarFeedButton } from "../../calendar/components/calendar-feed-button";
import { OwnLetters } from "./own-letters";
import { PreferencesForm } from "./preferences-form";

/** What a person wants to hear from this workspace, by which way, and when not. */
export function PreferencesPage() {
  const { id: workspaceId, slug, name } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.preferences.read.queryOptions({ workspaceId }));
  return (
    <>
      <TopBar crumbs={[{ label: "Notifications", href: `/w/${slug}/notifications` }, { label: "Preferences" }]} />
      <Page width="text">
        <PageTitle
          title="What you want to hear"
          description={
            <>
              From <bdi>{name}</bdi> only; other workspaces have their own. In the app you are told of everything.
            </>
          }
        >
          <CalendarFeedButton />
        </PageTitle>
        <div className="grid gap-8">
          <PreferencesForm own={data} />
          <Suspense fallback={<SkeletonRows label="Loading your letters…" />}>
            <OwnLetters />
          </Suspense>
        </div>
      </Page>
    </>
  );
}
