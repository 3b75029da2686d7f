"use client";
import { Pill } from "@/ui/pill";
import type { DocumentMark } from "../../marks/mark-rules";
import type { DocumentState } from "../../versions/lifecycle-rules";
import type { FreshnessFacts } from "../freshness-rules";
import { useFreshness } from "./use-freshness";

/** What of a document the badge is made of, as lists, links and pages have it. */
export interface FreshnessSubject {
  readonly state: DocumentState;
  readonly freshness: FreshnessFacts | null;
  readonly marks: readonly DocumentMark[];
}

/** Whether a document can be relied on, in a word or two, its reasons for screen readers. What is retired has none. */
export function FreshnessPill({ of }: { readonly of: FreshnessSubject }) {
  return of.state === "retired" ? null : <Badge of={of} />;
}

function Badge({ of: { freshness, marks } }: { readonly of: FreshnessSubject }) {
  const { tone, words, reasons } = useFreshness({ facts: freshness, marks });
  const sentences = reasons.map(({ sentence }) => sentence).join(" ");
  return (
    <span className="inline-flex max-w-full" title={sentences}>
      <Pill tone={tone}>
        {words}
        <span className="sr-only">: {sentences}</span>
      </Pill>
    </span>
  );
}
