"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { SkeletonRows } from "@/ui/skeleton";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

/** Asks more members to come; they get an invitation. */
export function RoomInvite() {
  const { room, sessionId } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { act, isPending } = useRoomAct();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspaceId }, { enabled: isOpen }));
  const others = members?.filter(({ userId }) => !room.session.participants.some(({ id }) => id === userId)) ?? [];
  const invite = async () => {
    const asked = { workspaceId, sessionId, participantIds: [...chosen] };
    if (!(await act((client) => client.reviews.invite.mutate(asked)))) return;
    setChosen([]);
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Invite</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        size="s"
        title="Invite to the session"
        footer={
          <Button
            variant="primary"
            pending={isPending}
            disabledReason={chosen.length === 0 ? "Choose at least one person." : undefined}
            onClick={() => void invite()}
          >
            {chosen.length > 1 ? `Invite ${chosen.length} people` : "Invite"}
          </Button>
        }
      >
        {!members && <SkeletonRows label="Looking up members…" rows={3} />}
        {members && others.length === 0 && <p className="text-ink-2">Everybody in the workspace is asked already.</p>}
        <div className="grid max-h-[50vh] gap-1 overflow-y-auto">
          {others.map(({ userId, name }) => (
            <Checkbox
              key={userId}
              label={name}
              checked={chosen.includes(userId)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, userId] : chosen.filter((id) => id !== userId))
              }
            />
          ))}
        </div>
      </Dialog>
    </>
  );
}
