"use client";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import type { EarlierReview } from "../packet-contract";

/** How it was decided before: who, when, how and why. */
export function EarlierReviews({ reviews }: { readonly reviews: readonly EarlierReview[] }) {
  const { slug } = useWorkspace();
  return (
    <Section title="Earlier reviews" hasLine>
      {reviews.length === 0 ? (
        <p className="text-ink-2">Nobody has reviewed it yet.</p>
      ) : (
        <ol className="grid gap-3">
          {reviews.map(({ id, result, version, note, by, at, sessionId }) => (
            <li key={id} className="min-w-0">
              <p>
                <span className="font-strong">{RESULT_WORDS[result]}</span>
                {version !== null && <span className="text-ink-2"> · v{version}</span>}{" "}
                <span className="text-ink-3">
                  <bdi>{by.name}</bdi>, <Time at={at} />
                </span>
                {sessionId && (
                  <>
                    {" "}
                    <Link href={`/w/${slug}/reviews/${sessionId}`} className="text-ink-2 underline underline-offset-4">
                      in a session
                    </Link>
                  </>
                )}
              </p>
              {note && (
                <p dir="auto" className="max-w-[70ch] whitespace-pre-line text-ink-2 wrap-anywhere">
                  {note}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
