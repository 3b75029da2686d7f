"use client";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import { documentPath, KIND_PLACES } from "../../components/document-link";
import { StandingPills } from "../../components/standing-pills";
import type { ListedDocument } from "../list-contract";
import { type ListSort, SORT_ORDERS, sortOf } from "../list-filter-rules";
import { SelectBox } from "./list-selection";
import { RowMenu } from "./row-menu";
import { TagList } from "./tag-list";
import type { ListPlace } from "./use-list-address";

interface DocumentTableProps<C> {
  readonly kind: KindName;
  readonly items: readonly ListedDocument<C>[];
  readonly place: ListPlace;
  /** Before the name, such as a face. */
  readonly picture: ((row: number) => ReactNode) | undefined;
  readonly facetLabel: string;
  /** Under the facet's label, and beside the name where the window is narrow. */
  readonly facetOf: (card: Partial<C>) => string;
}

/** A list as rows with columns. Where the window is narrow the columns move under the name. */
export function DocumentTable<C>({ kind, items, place, picture, facetLabel, facetOf }: DocumentTableProps<C>) {
  const { slug } = useWorkspace();
  const wide = "max-md:hidden";
  return (
    <Card className="overflow-hidden">
      <table className="w-full table-fixed text-start">
        <caption className="sr-only">{KIND_PLACES[kind].many}</caption>
        <thead className="border-b text-small text-ink-2">
          <tr>
            <th className="w-11">
              <span className="sr-only">Choose</span>
            </th>
            <SortableHeader by="title" place={place}>
              Name
            </SortableHeader>
            <Header className="w-[9.5rem] max-sm:hidden">State</Header>
            <Header className={clsx("w-28", wide)}>{facetLabel}</Header>
            <Header className={clsx("w-[18%]", wide)}>Tags</Header>
            <Header className={clsx("w-32", wide)}>Owner</Header>
            <SortableHeader by="changed" place={place} className={clsx("w-28", wide)}>
              Changed
            </SortableHeader>
            <th className="w-11">
              <span className="sr-only">More</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {items.map((item, row) => {
            const { id, title, owner, tags, changedAt, card } = item;
            const facet = facetOf(card);
            return (
              <tr key={id} className="group relative hover:bg-sunk">
                <td className="px-2">
                  <SelectBox id={id} title={title} />
                </td>
                <th scope="row" className="px-2 py-2.5 text-start font-normal">
                  <div className="flex min-w-0 items-center gap-2.5">
                    {picture?.(row)}
                    <div className="min-w-0">
                      <Link
                        href={documentPath(slug, kind, id)}
                        className="block truncate font-strong after:absolute after:inset-0"
                      >
                        <bdi>{title || "No name yet"}</bdi>
                      </Link>
                      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-0.5 text-small text-ink-3 md:hidden">
                        <span className="sm:hidden">
                          <StandingPills of={item} />
                        </span>
                        {facet && <span>{facet}</span>}
                        <span>{owner.name}</span>
                        <Time at={changedAt} />
                        <TagList tags={tags} most={3} />
                      </div>
                    </div>
                  </div>
                </th>
                <td className="px-2 max-sm:hidden">
                  <StandingPills of={item} />
                </td>
                <td className={clsx("truncate px-2 text-ink-2", wide)}>{facet}</td>
                <td className={clsx("px-2", wide)}>
                  <TagList tags={tags} most={2} />
                </td>
                <td className={clsx("truncate px-2 text-ink-2", wide)}>
                  <bdi>{owner.name}</bdi>
                </td>
                <td className={clsx("px-2 text-ink-2", wide)}>
                  <Time at={changedAt} />
                </td>
                <td className="px-2">
                  <RowMenu document={item} className="relative z-[1]" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function Header({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <th scope="col" className={clsx("px-2 py-2 text-start font-medium", className)}>
      {children}
    </th>
  );
}

interface SortableHeaderProps {
  readonly by: ListSort;
  readonly place: ListPlace;
  readonly className?: string;
  readonly children: ReactNode;
}

function SortableHeader({ by, place, className, children }: SortableHeaderProps) {
  const { sort, order } = sortOf(place.filter);
  const isSorted = sort === by;
  const next = isSorted ? (order === "asc" ? "desc" : "asc") : SORT_ORDERS[by];
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order === "asc" ? "ascending" : "descending") : "none"}
      className={clsx("px-2 py-1 text-start font-medium", className)}
    >
      <button
        type="button"
        onClick={() => place.narrow({ sort: by, order: next })}
        className="inline-flex min-h-7 items-center gap-1 rounded-[2px] hover:text-ink"
      >
        {children}
        {isSorted && <Arrow aria-hidden="true" className="size-3.5" />}
      </button>
    </th>
  );
}
