"use client";
import { useState } from "react";
import { ROLE_DESCRIPTIONS, ROLES, type Role } from "@/shared/permissions";
import { ConfirmDialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { Member } from "../member-contract";
import { type MemberFacts, roleChangeBlocks, roleLabel } from "../member-rules";
import { useRoleChange } from "./use-role-change";

interface Props {
  readonly member: Member;
  readonly facts: MemberFacts;
}

/** A member's role: a choice where the person may change it, a word where they may not. */
export function MemberRole({ member, facts }: Props) {
  const [asked, setAsked] = useState<Role | null>(null);
  const changeRole = useRoleChange(member);
  const choices = ROLES.filter((role) => role === member.role || roleChangeBlocks(facts, role).length === 0);
  if (choices.length === 1) {
    return (
      <span className="text-ink-2 sm:px-1" title={ROLE_DESCRIPTIONS[member.role]}>
        {roleLabel(member.role)}
      </span>
    );
  }
  return (
    <>
      <Field label={`Role of ${member.name}`} isLabelHidden>
        <Select
          options={choices.map((role) => ({ value: role, label: roleLabel(role) }))}
          value={member.role}
          onValueChange={(role) => (needsAsking(facts, role) ? setAsked(role) : changeRole(role))}
        />
      </Field>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={facts.isSelf ? `Become ${asked}?` : `Make ${member.name} an owner?`}
        confirmLabel={facts.isSelf ? "Step down" : "Make owner"}
        tone={facts.isSelf ? "final" : "plain"}
        onConfirm={() => {
          if (asked) changeRole(asked);
          setAsked(null);
        }}
      >
        {facts.isSelf
          ? "You can’t undo this yourself: somebody above you has to give your role back. Invitations that you sent and could no longer send are revoked."
          : "Owners can do everything, hand over and delete the workspace included. Only owners can change an owner’s role."}
      </ConfirmDialog>
    </>
  );
}

/** What one can't simply take back, or should not give by a slip of the wheel. */
function needsAsking(facts: MemberFacts, role: Role): boolean {
  return facts.isSelf || role === "owner";
}
