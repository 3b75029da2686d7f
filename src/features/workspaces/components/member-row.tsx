"use client";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/button";
import { CardRow } from "@/ui/card";
import { Time } from "@/ui/time";
import type { Member } from "../member-contract";
import { type MemberFacts, removalBlocks } from "../member-rules";
import { MemberRole } from "./member-role";
import { RemoveMember } from "./remove-member";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly member: Member;
  readonly owners: number;
  readonly isSelf: boolean;
}

export function MemberRow({ member, owners, isSelf }: Props) {
  const { role: actorRole, may } = useWorkspace();
  const [isRemoving, setRemoving] = useState(false);
  const facts: MemberFacts = { actorRole, targetRole: member.role, owners, isSelf };
  const isRemovable = may("member.manage") && !isSelf && removalBlocks(facts).length === 0;
  return (
    <CardRow>
      <Avatar name={member.name} size={36} isDecoration />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-strong wrap-anywhere">
          <bdi>{member.name}</bdi>
          {isSelf && <span className="font-normal text-ink-3"> (you)</span>}
        </p>
        <p className="text-small wrap-anywhere text-ink-2">
          {member.email ?? (
            <>
              Since <Time at={member.joinedAt} />
            </>
          )}
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:ps-[50px]">
        <MemberRole member={member} facts={facts} />
        {isRemovable && (
          <IconButton
            label={`Remove ${member.name}`}
            icon={<UserMinus aria-hidden="true" className="size-4" />}
            onClick={() => setRemoving(true)}
          />
        )}
      </div>
      <RemoveMember member={member} open={isRemoving} onOpenChange={setRemoving} />
    </CardRow>
  );
}
