"use client";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { ButtonLink } from "@/ui/button-link";
import type { SegmentContent } from "../../segment-rules";
import type { RuleVocabulary } from "../building-contract";
import { InlineChoice } from "./inline-choice";

interface DataChoiceProps {
  readonly data: SegmentContent["data"];
  readonly vocabulary: RuleVocabulary;
  readonly edit: (edit: Edit) => void;
}

const NONE = "";

/** On which customer data the rule is measured; the way to them where there are none. */
export function DataChoice({ data, vocabulary, edit }: DataChoiceProps) {
  const { slug, may } = useWorkspace();
  const { datasets, data: known } = vocabulary;
  const isGone = data !== null && !datasets.some(({ id }) => id === data.id);
  if (datasets.length === 0 && data === null) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3 text-ink-2">
        <p>With customer data here, who belongs is a rule that is counted while you write it.</p>
        {may("data.import") && <ButtonLink href={`/w/${slug}/data`}>Import customers</ButtonLink>}
      </div>
    );
  }
  const put = (id: string) => {
    const chosen = datasets.find((one) => one.id === id);
    edit({ op: "set", path: ["data"], value: chosen ? { id: chosen.id, name: chosen.name } : null });
  };
  return (
    <div className="pb-3 text-small text-ink-3">
      {data === null ? "Measure on " : "Measured on "}
      <InlineChoice
        label="Customer data"
        value={data?.id ?? NONE}
        options={[
          { value: NONE, label: data === null ? "choose customer data" : "no data" },
          ...(isGone ? [{ value: data.id, label: data.name }] : []),
          ...datasets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={put}
        className="font-strong text-ink-2"
      />
      {known && data?.id === known.datasetId && (
        <span className="tabular-nums">
          {dayText(known.snapshot.asOf, "UTC")} · {known.snapshot.customers.toLocaleString("en")} customers
        </span>
      )}
      {isGone && (
        <p className="pt-1 text-stale">The customer data “{data.name}” are not there any more. Choose others.</p>
      )}
    </div>
  );
}
