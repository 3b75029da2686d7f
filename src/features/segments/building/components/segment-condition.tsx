"use client";
import type { SegmentNode } from "@/features/datasets/rules/rule-rules";
import type { NameableSegment } from "../building-contract";
import { InlineChoice } from "./inline-choice";

interface SegmentConditionProps {
  readonly node: SegmentNode;
  readonly segments: readonly NameableSegment[];
  readonly onNode: (node: SegmentNode) => void;
}

/** As many versions are offered; older ones are there by being pinned already. */
const OFFERED = 20;

/** Another segment, by a version that stays what it is or by whichever is the newest. */
export function SegmentCondition({ node, segments, onNode }: SegmentConditionProps) {
  const known = segments.find(({ id }) => id === node.id);
  const newest = known?.version ?? 0;
  const versions = Array.from({ length: Math.min(newest, OFFERED) }, (_, back) => newest - back);
  const pinned = node.version !== "newest" && !versions.includes(node.version) ? [node.version] : [];
  return (
    <>
      <InlineChoice
        label="Whether they are in the segment"
        value={node.op}
        options={[
          { value: "in", label: "is" },
          { value: "not-in", label: "is not" },
        ]}
        onValue={(op) => onNode({ ...node, op: op === "in" ? "in" : "not-in" })}
        isFirstValue
      />
      <InlineChoice
        label="Segment"
        value={node.id}
        options={[
          ...(known ? [] : [{ value: node.id, label: node.label }]),
          ...segments.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onValue={(id) => {
          const chosen = segments.find((one) => one.id === id);
          if (chosen) onNode({ ...node, id, label: chosen.title, version: "newest" });
        }}
        look="value"
      />
      <InlineChoice
        label="Version"
        value={String(node.version)}
        options={[
          { value: "newest", label: "newest version" },
          ...[...versions, ...pinned].map((number) => ({ value: String(number), label: `v${number}` })),
        ]}
        onValue={(version) => onNode({ ...node, version: version === "newest" ? "newest" : Number(version) })}
      />
    </>
  );
}
