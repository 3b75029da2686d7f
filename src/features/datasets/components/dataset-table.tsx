"use client";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Pill } from "@/ui/pill";
import type { DatasetSummary } from "../dataset-contract";
import { countedText, countText, isoDayText, retentionText } from "../value-words-rules";
import { datasetPath } from "./data-link";

/** Datasets as rows. Where the window is narrow the columns move under the name. */
export function DatasetTable({ datasets }: { readonly datasets: readonly DatasetSummary[] }) {
  const { slug } = useWorkspace();
  return (
    <Card className="overflow-hidden">
      <table className="w-full table-fixed text-start">
        <caption className="sr-only">Customer data</caption>
        <thead className="border-b text-small text-ink-2 max-md:sr-only">
          <tr>
            <Head className="text-start">Name</Head>
            <Head className="w-32 text-end">Customers</Head>
            <Head className="w-32 text-end">Events</Head>
            <Head className="w-32 text-start">As of</Head>
            <Head className="w-28 text-start">Snapshots</Head>
            <Head className="w-36 text-start">Kept for</Head>
          </tr>
        </thead>
        <tbody className="divide-y">
          {datasets.map(({ id, name, purpose, newest, snapshots, retentionDays }) => (
            <tr key={id} className="relative hover:bg-sunk">
              <th scope="row" className="px-4 py-3 text-start font-normal">
                <Link
                  href={datasetPath(slug, id)}
                  className="block truncate font-display text-display-20 after:absolute after:inset-0"
                >
                  <bdi>{name}</bdi>
                </Link>
                <p className="line-clamp-2 text-small text-ink-3">{purpose}</p>
                <p className="flex flex-wrap gap-x-2 pt-0.5 text-small text-ink-2 md:hidden">
                  {newest ? (
                    <>
                      <span>{countedText(newest.customers, "customer")}</span>
                      <span>as of {isoDayText(newest.asOf)}</span>
                    </>
                  ) : (
                    <NoData />
                  )}
                </p>
              </th>
              <Cell className="text-end tabular-nums">{newest ? countText(newest.customers) : <NoData />}</Cell>
              <Cell className="text-end tabular-nums">
                {newest && newest.events > 0 ? countText(newest.events) : "–"}
              </Cell>
              <Cell>{newest ? isoDayText(newest.asOf) : "–"}</Cell>
              <Cell className="tabular-nums">{snapshots}</Cell>
              <Cell>{retentionText(retentionDays)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function NoData() {
  return <Pill>No data now</Pill>;
}

function Head({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <th scope="col" className={`px-4 py-2 font-medium ${className}`}>
      {children}
    </th>
  );
}

function Cell({ className = "", children }: { readonly className?: string; readonly children: ReactNode }) {
  return <td className={`px-4 py-3 text-ink-2 max-md:hidden ${className}`}>{children}</td>;
}
