"use client";
import clsx from "clsx";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { questionClient } from "@/trpc/question-client";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { Notice } from "@/ui/notice";
import type { RuleInput, TestedCustomer } from "../measuring-contract";
import { verdicts, whyWords } from "../why-rules";
import { SeenValue } from "./seen-value";
import { useAnswer } from "./use-answer";

/** One customer by their id: whether they belong, row by row. */
export function TestCustomer({ question }: { readonly question: RuleInput }) {
  const [typed, setTyped] = useState("");
  const [customerId, setCustomerId] = useState("");
  const { value, isStale, failure } = useAnswer(
    customerId === "" ? null : { ...question, customerId },
    (asked, signal) => questionClient.segments.testCustomer.query(asked, { signal }),
    0,
  );
  const answer = isStale ? null : value;
  const said = answer ? sentenceOf(question, answer, customerId) : "";
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setCustomerId(typed.trim());
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Customer’s id in the data" className="min-w-0 flex-1 basis-48">
          <TextInput
            value={typed}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary">
          Test
        </Button>
      </div>
      <LiveRegion>{said}</LiveRegion>
      {failure && <Notice tone="error">{failure.message}</Notice>}
      {customerId !== "" && !isStale && !value && <p>The rule can’t be asked yet.</p>}
      {answer && (
        <div>
          <p className="font-semibold">{said}</p>
          {answer.customer && <Details question={question} answer={answer} fits={answer.customer.fits} />}
        </div>
      )}
    </form>
  );
}

function sentenceOf(question: RuleInput, { customer }: TestedCustomer, customerId: string): string {
  if (!customer) return `There is no customer “${customerId}” in these data.`;
  return whyWords(question, customer.fits, customer.belongs);
}

interface DetailsProps {
  readonly question: RuleInput;
  readonly answer: TestedCustomer;
  readonly fits: readonly string[];
}

function Details({ question, answer, fits }: DetailsProps) {
  return (
    <>
      <ul className="grid gap-1 pt-2">
        {verdicts(question, fits).map(({ rowId, words, depth, isExclusion, fits: isFit }) => {
          const Icon = isFit ? Check : X;
          const isBad = isFit === isExclusion;
          return (
            <li
              key={rowId}
              className={clsx("flex items-start gap-2", ["", "", "ps-5", "ps-10", "ps-14", "ps-20"][depth])}
            >
              <Icon aria-hidden="true" className={clsx("mt-1 size-4 shrink-0", isBad ? "text-stale" : "text-fresh")} />
              <span className="min-w-0 wrap-anywhere">
                {isExclusion && <span className="text-ink-3">but not: </span>}
                {words}
                <span className="text-ink-3">{isFit ? " – fits" : " – doesn’t fit"}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 pt-4 text-small">
        {answer.traits.map((trait) => (
          <div key={trait.id} className="contents">
            <dt className="text-ink-2">{trait.label}</dt>
            <dd>
              <SeenValue trait={trait} value={answer.customer?.values[trait.id] ?? null} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
