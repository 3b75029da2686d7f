"use client";
import { useQuery } from "@tanstack/react-query";
import { percent } from "@/features/datasets/measures/profile-rules";
import { documentPath } from "@/features/documents/components/document-link";
import { StandingPills } from "@/features/documents/components/standing-pills";
import { DocumentList } from "@/features/documents/lists/components/document-list";
import { SelectBox } from "@/features/documents/lists/components/list-selection";
import { RowMenu } from "@/features/documents/lists/components/row-menu";
import { TagList } from "@/features/documents/lists/components/tag-list";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Card, CardList, CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import type { SegmentSize } from "../measures/segment-measure-contract";
import { SEGMENT_BASES, SEGMENT_FACET, type SegmentContent, TARGETING_DECISIONS } from "../segment-rules";

/** Every segment as a row: who, how large, what is done about them. */
export function SegmentList() {
  return (
    <DocumentList<SegmentContent>
      kind="segment"
      teaching="A segment is a group of customers you treat alike: say who belongs, then what they need."
      facet={SEGMENT_FACET}
      facetOf={({ targeting }) => (targeting && targeting !== "undecided" ? TARGETING_DECISIONS[targeting] : "")}
      cards={(items) => (
        <Card>
          <SegmentRows items={items} />
        </Card>
      )}
    />
  );
}

function SegmentRows({ items }: { readonly items: readonly ListedDocument<SegmentContent>[] }) {
  const { slug, id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const documentIds = items.filter(({ currentVersion }) => currentVersion !== null).map(({ id }) => id);
  const { data: sizes = [] } = useQuery(
    trpc.segments.sizes.queryOptions({ workspaceId, documentIds }, { enabled: documentIds.length > 0 }),
  );
  const sizeOf = new Map(sizes.map((size) => [size.documentId, size]));
  return (
    <CardList>
      {items.map((item) => {
        const { id, title, card, tags } = item;
        return (
          <CardRow key={id} className="group relative hover:bg-sunk">
            <SelectBox id={id} title={title} className="-ms-1.5" />
            <div className="min-w-0 flex-1 basis-60">
              <h2 dir="auto" className="font-display text-display-20 wrap-anywhere">
                <Link href={documentPath(slug, "segment", id)} className="after:absolute after:inset-0">
                  {title || "No name yet"}
                </Link>
              </h2>
              <p dir="auto" className="line-clamp-2 text-small text-ink-2 wrap-anywhere">
                {card.summary || card.bases?.map((basis) => SEGMENT_BASES[basis]).join(", ") || "No summary yet"}
              </p>
            </div>
            <TagList tags={tags} most={2} />
            <SizeWords measured={sizeOf.get(id)} estimate={card.sizeEstimate ?? null} />
            {card.targeting && card.targeting !== "undecided" && (
              <span className="text-ink-2">{TARGETING_DECISIONS[card.targeting]}</span>
            )}
            <StandingPills of={item} />
            <RowMenu document={item} className="relative z-[1] -me-1.5" />
          </CardRow>
        );
      })}
    </CardList>
  );
}

interface SizeWordsProps {
  readonly measured: SegmentSize | undefined;
  readonly estimate: number | null;
}

/** How many they are: measured where they were, else as somebody estimated. */
function SizeWords({ measured, estimate }: SizeWordsProps) {
  const count = measured?.count ?? estimate;
  if (count === null) return null;
  return (
    <span className="text-ink-2 tabular-nums">
      {measured ? "" : "≈ "}
      {count.toLocaleString("en")} customers
      {measured && measured.base > 0 && (
        <span className="text-small text-ink-3">, {percent(measured.count / measured.base)}</span>
      )}
    </span>
  );
}
