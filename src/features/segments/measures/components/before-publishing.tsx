"use client";
import { useQuery } from "@tanstack/react-query";
import { figure } from "@/features/documents/field-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Notice } from "@/ui/notice";
import { Spinner } from "@/ui/spinner";
import type { PublicationEffect } from "../segment-measure-contract";
import { signed } from "../size-change-rules";

/** Who enters and who leaves by the publication. It never keeps anybody from publishing: the data may be slow or away. */
export function BeforePublishing({ documentId }: { readonly documentId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data, error, isFetching } = useQuery(
    trpc.segments.publicationEffect.queryOptions({ workspaceId, documentId }, { staleTime: 0, retry: false }),
  );
  if (data === null) return null;
  return (
    <section aria-label="Who enters and who leaves" aria-live="polite" className="rounded-m border px-4 py-3">
      {error && !isFetching ? (
        <p className="text-small text-ink-2">
          Who enters and who leaves can’t be told now: {refusal(error).message} You may publish all the same; it is
          measured as soon as the data answer.
        </p>
      ) : data && !isFetching ? (
        <Effect effect={data} />
      ) : (
        <p className="flex items-center gap-2 text-small text-ink-2">
          <Spinner /> Counting who enters and who leaves…
        </p>
      )}
    </section>
  );
}

function Effect({ effect }: { readonly effect: PublicationEffect }) {
  const { snapshot, from, before, now, enteredCount, leftCount, entered, left, problems } = effect;
  const on = `On ${snapshot.dataName}, ${dayText(snapshot.asOf, "UTC")}, ${figure(snapshot.customers)} customers.`;
  if (now === null) {
    return (
      <Notice tone="due" title="The rule can’t be measured on the newest data">
        {problems.map(({ sentence }) => sentence).join(" ")}
      </Notice>
    );
  }
  if (before === null) {
    return (
      <p className="tabular-nums">
        <strong className="font-semibold">{figure(now)} customers</strong> will belong.{" "}
        <span className="text-small text-ink-3">{on}</span>
      </p>
    );
  }
  return (
    <>
      <p className="tabular-nums">
        <strong className="font-semibold">
          {figure(before)} → {figure(now)} customers
        </strong>{" "}
        <span className="text-ink-2">
          ({signed(now - before)} against v{from})
        </span>
      </p>
      <p className="text-small text-ink-3">{on}</p>
      <dl className="mt-2 grid gap-2 text-small sm:grid-cols-2">
        <Side label="Enter" sign="+" count={enteredCount} examples={entered} />
        <Side label="Leave" sign="−" count={leftCount} examples={left} />
      </dl>
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly sign: "+" | "−";
  readonly count: number;
  readonly examples: readonly string[];
}

function Side({ label, sign, count, examples }: SideProps) {
  return (
    <div>
      <dt className="font-strong">
        {label} <span className="tabular-nums">{count === 0 ? "nobody" : `${sign}${figure(count)}`}</span>
      </dt>
      {examples.length > 0 && <dd className="text-ink-3 tabular-nums">such as {examples.join(", ")}</dd>}
    </div>
  );
}
