"use client";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useDeferredValue, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Field } from "@/ui/field";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { ACTIVITY_GROUPS, type ActivityGroup } from "../activity-rules";
import { ActivityDays } from "./activity-days";

const GROUPS = [
  { value: "", label: "Everything" },
  ...Object.entries(ACTIVITY_GROUPS).map(([value, { label }]) => ({ value, label })),
];

interface ActivityFilter {
  readonly actorId?: string;
  readonly group?: ActivityGroup;
}

/** What happened in the workspace, by whom one likes. */
export function ActivityPage() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const [filter, setFilter] = useState<ActivityFilter>({});
  // What is shown stays, dimmed, while something else is fetched.
  const shown = useDeferredValue(filter);
  const people = [
    { value: "", label: "Anybody" },
    ...members.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <>
      <TopBar crumbs={[{ label: "Activity" }]} />
      <Page width="text">
        <PageTitle title="Activity" description="What was written, published and said, by everybody." />
        <div className="flex flex-wrap gap-3 pb-6">
          <Field label="What happened" className="min-w-0 flex-1 basis-48">
            <Select
              options={GROUPS}
              value={filter.group ?? ""}
              onValueChange={(group) => setFilter((old) => makeFilter(old.actorId, group))}
            />
          </Field>
          <Field label="By whom" className="min-w-0 flex-1 basis-48">
            <Select
              options={people}
              value={filter.actorId ?? ""}
              onValueChange={(actorId) => setFilter((old) => makeFilter(actorId, old.group))}
            />
          </Field>
        </div>
        <div className={shown === filter ? "" : "opacity-60"} aria-busy={shown !== filter}>
          <Suspense fallback={<SkeletonRows label="Loading the activity…" />}>
            <Feed filter={shown} />
          </Suspense>
        </div>
      </Page>
    </>
  );
}

/** "" stands for no condition. */
function makeFilter(actorId: string | undefined, group: string | undefined): ActivityFilter {
  return { ...(actorId && { actorId }), ...(group && { group: group as ActivityGroup }) };
}

function Feed({ filter }: { readonly filter: ActivityFilter }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const feed = useSuspenseInfiniteQuery(
    trpc.activities.list.infiniteQueryOptions(
      { workspaceId, ...filter },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return <ActivityDays feed={feed} />;
}
