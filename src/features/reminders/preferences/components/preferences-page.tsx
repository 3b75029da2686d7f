"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Section } from "@/ui/section";
import { SkeletonRows } from "@/ui/skeleton";
import { CalendarFeedButton } from "../../calendar/components/calendar-feed-button";
import { OwnLetters } from "./own-letters";
import { PreferencesForm } from "./preferences-form";

/** What a person wants to hear from this workspace, by which way, and when not. */
export function PreferencesPage() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.preferences.read.queryOptions({ workspaceId }));
  return (
    <>
      <PreferencesForm own={data} />
      <Section
        hasLine
        title="Calendar"
        hint="Your due days, sessions and tasks, in your own calendar."
        action={<CalendarFeedButton />}
      >
        {null}
      </Section>
      <Suspense fallback={<SkeletonRows label="Loading your letters…" />}>
        <OwnLetters />
      </Suspense>
    </>
  );
}
