"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";

interface WatchedDocumentProps {
  readonly token: string;
  readonly documentId: string;
  readonly version: number;
}

/** What is published of the document that everybody looks at. */
export function WatchedDocumentView({ token, documentId, version }: WatchedDocumentProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.reviews.watchDocument.queryOptions({ token, documentId, version }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (error) return <p className="text-ink-3">{refusal(error).message}</p>;
  if (!data) return <SkeletonRows label="Loading the document…" rows={4} />;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <p className="text-ink-3">
          v{data.version}, published <Time at={data.publishedAt} />
        </p>
        <h2 className="font-display text-display-36 wrap-anywhere">
          <bdi>{data.title}</bdi>
        </h2>
      </div>
      <dl className="grid divide-y border-y">
        {data.fields.map(({ label, texts }) => (
          <div key={label} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[150px_minmax(0,1fr)]">
            <dt className="text-label text-ink-3">{label}</dt>
            <dd className="grid min-w-0 gap-1.5 wrap-anywhere">
              {texts.map((text, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes.
                <p key={place} dir="auto" className="whitespace-pre-line">
                  {text}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
