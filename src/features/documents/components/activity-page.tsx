"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Field } from "@/ui/field";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { TopBar } from "@/ui/top-bar";
import { ACTIVITY_GROUPS, type ActivityGroup } from "../activity-rules";
import { ActivityFeed } from "./activity-feed";

const GROUPS = [
  { value: "", label: "Everything" },
  ...Object.entries(ACTIVITY_GROUPS).map(([value, { label }]) => ({ value, label })),
];

/** What happened in the workspace, by whom one likes. */
export function ActivityPage() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const [actorId, setActor] = useState("");
  const [group, setGroup] = useState("");
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
            <Select options={GROUPS} value={group} onValueChange={setGroup} />
          </Field>
          <Field label="By whom" className="min-w-0 flex-1 basis-48">
            <Select options={people} value={actorId} onValueChange={setActor} />
          </Field>
        </div>
        <ActivityFeed filter={{ ...(actorId && { actorId }), ...(group && { group: group as ActivityGroup }) }} />
      </Page>
    </>
  );
}
