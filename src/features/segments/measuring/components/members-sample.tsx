"use client";
import { Check } from "lucide-react";
import { questionClient } from "@/trpc/question-client";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import type { RuleInput } from "../measuring-contract";
import { verdicts } from "../why-rules";
import { SeenValue } from "./seen-value";
import { useAnswer } from "./use-answer";

/** Customers who belong, with what they are and which conditions they fit. */
export function MembersSample({ question }: { readonly question: RuleInput }) {
  const { value, isAsking, failure } = useAnswer(
    question,
    (asked, signal) => questionClient.segments.sampleMembers.query(asked, { signal }),
    0,
  );
  if (failure) return <Notice tone="error">{failure.message}</Notice>;
  if (!value) return isAsking ? <SkeletonRows rows={4} /> : <p>The rule can’t be asked yet.</p>;
  if (value.customers.length === 0) return <p>Nobody matches.</p>;
  const conditions = verdicts(question, []).filter(
    ({ rowId }) => question.rows.find(({ id }) => id === rowId)?.node?.k !== "group",
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="max-h-[60vh] overflow-auto" aria-label="Customers" tabIndex={0}>
      <table className="w-full border-collapse text-small">
        <thead>
          <tr className="text-start align-bottom">
            <th scope="col" className="py-1.5 pe-3 text-start font-strong">
              Customer
            </th>
            {value.traits.map(({ id, label }) => (
              <th key={id} scope="col" className="px-2 py-1.5 text-start font-strong">
                <bdi>{label}</bdi>
              </th>
            ))}
            {conditions.map(({ rowId, words, isExclusion }) => (
              <th key={rowId} scope="col" className="max-w-40 px-2 py-1.5 text-start font-normal text-ink-2">
                {isExclusion ? "but not: " : ""}
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.customers.map((customer, place) => (
            <tr key={customer.key ?? JSON.stringify(customer.values)} className="border-t">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal whitespace-nowrap">
                <bdi>{customer.id ?? `Member ${place + 1}`}</bdi>
              </th>
              {value.traits.map((trait) => (
                <td key={trait.id} className="px-2 py-1.5">
                  <SeenValue trait={trait} value={customer.values[trait.id] ?? null} />
                </td>
              ))}
              {conditions.map(({ rowId }) => (
                <td key={rowId} className="px-2 py-1.5">
                  {customer.fits.includes(rowId) ? (
                    <Check role="img" aria-label="fits" className="size-4 text-fresh" />
                  ) : (
                    <span className="text-ink-3">
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">doesn’t fit</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
