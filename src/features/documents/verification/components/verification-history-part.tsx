"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { RESULT_WORDS } from "../verification-rules";

interface VerificationHistoryProps {
  readonly documentId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Who looked at a document, when, with what result and why. */
export function VerificationHistoryPart({ documentId, open, onClose }: VerificationHistoryProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const history = useInfiniteQuery(
    trpc.verification.history.infiniteQueryOptions(
      { workspaceId, documentId },
      { enabled: open, getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = history.data?.pages.flatMap(({ verifications }) => verifications) ?? [];
  return (
    <DialogPart
      open={open}
      onOpenChange={onClose}
      title="Verifications"
      description="Newest first. They are kept for good."
    >
      {history.isError && <Notice tone="error">{refusal(history.error).message}</Notice>}
      {history.isPending && <SkeletonRows label="Loading verifications…" rows={3} />}
      {history.isSuccess && rows.length === 0 && <p className="text-ink-2">Nobody has verified it yet.</p>}
      <ul className="divide-y">
        {rows.map(({ id, person, at, version, result, note, sessionId }) => (
          <li key={id} className="grid gap-0.5 py-2.5 first:pt-0 last:pb-0">
            <p>
              <span className="font-strong">{RESULT_WORDS[result]}</span>
              {version !== null && ` · v${version}`} · <bdi>{person.name}</bdi> ·{" "}
              <span className="text-ink-2">
                <Time at={at} isExact />
              </span>
            </p>
            {note && <p className="wrap-anywhere whitespace-pre-line text-ink-2">{note}</p>}
            {sessionId && (
              <p className="text-small">
                <Link href={`/w/${slug}/reviews/${sessionId}`} className="underline underline-offset-2">
                  In a review
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {history.hasNextPage && (
        <div className="pt-3">
          <Button size="s" pending={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            Show earlier ones
          </Button>
        </div>
      )}
    </DialogPart>
  );
}
