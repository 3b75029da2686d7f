import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import { findMembers } from "../comment-queries";
import { MAX_MENTIONS, mentionedIn, withNames } from "../thread-rules";

/**
 * The body with its mentions under their people's own names, and whom it mentions. Throws INVALID for somebody who is
 * no member, or who reads published versions only and so can't see a thread on the draft.
 */
export async function checkMentions(
  { tx, workspaceId }: Scope,
  body: string,
  isOnDraft: boolean,
): Promise<{ readonly body: string; readonly userIds: readonly string[] }> {
  const userIds = mentionedIn(body);
  if (userIds.length > MAX_MENTIONS) {
    throw new AppError("LIMIT", `One comment mentions up to ${MAX_MENTIONS} people. Take some out.`, { path: "body" });
  }
  const members = new Map((await findMembers(tx, workspaceId, userIds)).map((member) => [member.userId, member]));
  for (const userId of userIds) {
    const member = members.get(userId);
    if (!member) {
      throw new AppError("INVALID", "Somebody you mention is not a member of this workspace (any more).", {
        path: "body",
      });
    }
    if (isOnDraft && !roleMay(member.role, "draft.read")) {
      throw new AppError(
        "INVALID",
        `${member.name} reads published versions only and can't see a thread on the draft. Mention somebody else, or begin the thread on the published version.`,
        { path: "body" },
      );
    }
  }
  return { body: withNames(body, (userId) => members.get(userId)?.name), userIds };
}
