"use client";
import { useMutation } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Avatar } from "@/ui/avatar";
import { ConfirmDialog } from "@/ui/dialog";
import { Menu } from "@/ui/menu";
import type { MenuEntry } from "@/ui/menu-part";
import { Time } from "@/ui/time";
import type { ThreadComment } from "../thread-contract";
import { commentParts, deleteBlock, editBlock, typedOf } from "../thread-rules";
import { ProposalView } from "./proposal-view";
import { ThreadComposer } from "./thread-composer";
import { useThreadsRefresh } from "./use-threads-refresh";

interface ThreadCommentItemProps {
  readonly comment: ThreadComment;
  /** The words that its thread is on. */
  readonly quote: string;
  readonly isOnDraft: boolean;
}

/** One comment, which its author may change and delete. */
export function ThreadCommentItem({ comment, quote, isOnDraft }: ThreadCommentItemProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useThreadsRefresh();
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const edit = useMutation(trpc.threads.editComment.mutationOptions());
  const remove = useMutation(
    trpc.threads.deleteComment.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        await refresh();
      },
    }),
  );
  const { id: commentId, author, isOwn, isDeleted } = comment;
  const entries: MenuEntry[] = [];
  if (!isDeleted && !editBlock({ isOwn })) {
    entries.push({ kind: "act", label: "Edit", icon: <Pencil className="size-4" />, onSelect: () => setEditing(true) });
  }
  if (!isDeleted && !deleteBlock({ isOwn, mayModerate: may("document.delete") })) {
    entries.push({
      kind: "act",
      label: "Delete",
      isFinal: true,
      icon: <Trash2 className="size-4" />,
      onSelect: () => setAsking(true),
    });
  }
  return (
    <li className="grid grid-cols-[26px_minmax(0,1fr)] gap-x-2.5">
      <Avatar name={author.name} size={26} isDecoration />
      <div className="min-w-0">
        <div className="flex min-h-[26px] items-center gap-2">
          <b className="min-w-0 truncate">
            <bdi>{author.name}</bdi>
          </b>
          <span className="shrink-0 text-small text-ink-3">
            <Time at={comment.createdAt} />
            {comment.editedAt && !isDeleted && ", edited"}
          </span>
          {entries.length > 0 && (
            <span className="ms-auto">
              <Menu size="s" label={`More for the comment by ${author.name}`} entries={entries} />
            </span>
          )}
        </div>
        {isEditing ? (
          <ThreadComposer
            draftKey={`edit:${commentId}`}
            label="Change the comment"
            action="Save"
            start={typedOf(comment.body)}
            isOnDraft={isOnDraft}
            isBare
            onCancel={() => setEditing(false)}
            onSend={async (body) => {
              await edit.mutateAsync({ workspaceId, commentId, body });
              setEditing(false);
              await refresh();
            }}
          />
        ) : (
          <CommentWords comment={comment} />
        )}
        {comment.proposal && <ProposalView comment={comment} proposal={comment.proposal} quote={quote} />}
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Delete this comment?"
        confirmLabel="Delete the comment"
        tone="final"
        pending={remove.isPending}
        error={remove.error ? refusal(remove.error).message : undefined}
        onConfirm={() => remove.mutate({ workspaceId, commentId })}
      >
        Its words are gone for everybody. That there was a comment stays to be seen.
      </ConfirmDialog>
    </li>
  );
}

function CommentWords({ comment }: { readonly comment: ThreadComment }) {
  if (comment.isDeleted) return <p className="text-ink-3 italic">This comment was deleted.</p>;
  if (comment.body === "") return null;
  return (
    <p dir="auto" className="whitespace-pre-line wrap-anywhere">
      {commentParts(comment.body).map((part, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: parts have no id, and the text is replaced as a whole.
        switch (part.kind) {
          case "mention":
            return (
              <span key={index} className="rounded-[3px] bg-info-soft px-0.5 font-medium text-info">
                @<bdi>{part.name}</bdi>
              </span>
            );
          case "link":
            return (
              <a
                key={index}
                href={part.href}
                target="_blank"
                rel="noopener noreferrer nofollow ugc"
                className="text-info underline underline-offset-2"
              >
                {part.href}
              </a>
            );
          default:
            return part.text;
        }
        // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
      })}
    </p>
  );
}
