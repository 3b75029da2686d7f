"use client";
import { EyeOff } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { TRAIT_TYPES, type Trait } from "../catalog-rules";
import { countedText, shareText } from "../value-words-rules";
import { TraitChart } from "./trait-chart";

interface TraitPanelProps {
  readonly trait: Trait;
  readonly base: number;
  readonly noun: "customer" | "event";
}

/** One trait: its name, how much is known, and how its values are spread. */
export function TraitPanel({ trait, base, noun }: TraitPanelProps) {
  const { label, type, profile, isPersonal, origin } = trait;
  const isComplete = profile.known >= base;
  return (
    <li className="min-w-0 border-t pt-3 pb-5">
      <h4 className="truncate font-strong" title={label}>
        <bdi>{label}</bdi>
      </h4>
      <p className="flex flex-wrap gap-x-2 pb-2.5 text-small text-ink-3">
        <span>{origin === "computed" ? `${TRAIT_TYPES[type]}, computed` : TRAIT_TYPES[type]}</span>
        <span className="tabular-nums">
          {isComplete ? "known of all" : `known of ${shareText(profile.known, base)}`}
        </span>
        {type !== "flag" && <span className="tabular-nums">{countedText(profile.distinct, "value")}</span>}
      </p>
      {isPersonal ? <Personal /> : <TraitChart trait={trait} base={base} noun={noun} />}
    </li>
  );
}

function Personal() {
  const { may } = useWorkspace();
  return (
    <p className="flex items-start gap-2 text-small text-ink-2">
      <EyeOff aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      {may("data.import")
        ? "Personal. Not summed up here, and masked for viewers and reviewers."
        : "Personal. Editors and admins alone see its values."}
    </p>
  );
}
