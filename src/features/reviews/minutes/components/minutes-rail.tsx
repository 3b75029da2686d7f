"use client";
import { useQuery } from "@tanstack/react-query";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { sessionPath } from "../../planning/review-link-rules";

/** The minutes of the sessions in which a document was on the agenda, with the versions that they led to. */
export function MinutesRail({ documentId }: { readonly documentId: string }) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.reviews.minutesOf.queryOptions({ workspaceId, documentId }));
  if (!data || data.length === 0) return null;
  return (
    <Section title="Minutes">
      <ul className="grid gap-2.5">
        {data.map(({ sessionId, title, closedAt, result, version }) => (
          <li key={sessionId} className="min-w-0">
            <Link href={sessionPath(slug, sessionId)} className="underline underline-offset-2 wrap-anywhere">
              Minutes of <bdi>{title}</bdi>
            </Link>
            <p className="text-small text-ink-3">
              {result ? RESULT_WORDS[result] : "Not decided"}
              {result && version !== null && `, v${version}`}, <Time at={closedAt} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
