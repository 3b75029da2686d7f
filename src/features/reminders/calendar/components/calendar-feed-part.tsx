"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { ShownOnce } from "../../components/shown-once";
import type { CalendarFeed } from "../calendar-contract";

interface CalendarFeedProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function CalendarFeedPart({ open, onOpenChange }: CalendarFeedProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const feed = useQuery(trpc.calendar.feed.queryOptions({ workspaceId }, { enabled: open }));
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.calendar.feed.queryKey({ workspaceId }) });
  const make = useMutation(
    trpc.calendar.makeAddress.mutationOptions({ onSuccess: (made) => setAddress(made.address), onSettled }),
  );
  const end = useMutation(
    trpc.calendar.end.mutationOptions({
      onSuccess: () => {
        setAddress(null);
        toast("The address leads nowhere any more.");
      },
      onSettled,
    }),
  );
  const error = feed.error ?? make.error ?? end.error;
  const close = (isOpen: boolean) => {
    onOpenChange(isOpen);
    if (!isOpen) setAddress(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Add to calendar"
      description="Your due days, the sessions you are asked to and your tasks, in your own calendar. What changes here changes there, within the hours that your calendar takes to look."
      footer={
        <>
          {feed.data && (
            <Button pending={end.isPending} onClick={() => end.mutate({ workspaceId })}>
              Take the address back
            </Button>
          )}
          {address ? (
            <Button variant="primary" onClick={() => close(false)}>
              Done
            </Button>
          ) : (
            <Button variant="primary" pending={make.isPending} onClick={() => make.mutate({ workspaceId })}>
              {feed.data ? "Make another address" : "Make an address"}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        {error && <Notice tone="error">{refusal(error).message}</Notice>}
        {address && (
          <>
            <ShownOnce
              label="Address of your calendar"
              value={address}
              hint="It is shown this once. Whoever has it can read your calendar; another one puts an end to it."
            />
            <HowTo />
          </>
        )}
        {!address && feed.data !== undefined && <Standing feed={feed.data} />}
        {feed.isPending && <SkeletonRows rows={1} />}
      </div>
    </Dialog>
  );
}

function Standing({ feed }: { readonly feed: CalendarFeed | null }) {
  if (!feed) return <p className="text-ink-2">Make a secret address, and give it to your calendar.</p>;
  return (
    <p className="text-ink-2">
      An address is out since <Time at={feed.madeAt} />
      {feed.readAt ? (
        <>
          , and a calendar last looked at it on <Time at={feed.readAt} isExact />.
        </>
      ) : (
        ", and no calendar has looked at it yet."
      )}{" "}
      It can’t be shown again; another one puts an end to it.
    </p>
  );
}

const CALENDARS = [
  { name: "Google Calendar", how: "Beside “Other calendars” press +, choose “From URL” and paste the address." },
  { name: "Outlook", how: "Choose “Add calendar”, then “Subscribe from web”, and paste the address." },
  { name: "Apple Calendar", how: "Choose “File”, then “New Calendar Subscription”, and paste the address." },
] as const;

function HowTo() {
  return (
    <dl className="grid gap-2.5 text-small">
      {CALENDARS.map(({ name, how }) => (
        <div key={name}>
          <dt className="font-strong">{name}</dt>
          <dd className="text-ink-2">{how}</dd>
        </div>
      ))}
    </dl>
  );
}
