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
  const facts = [
    origin === "computed" ? `${TRAIT_TYPES[type]}, computed` : TRAIT_TYPES[type],
    profile.known >= base ? "known of all" : `known of ${shareText(profile.known, base)}`,
    ...(type === "flag" ? [] : [countedText(profile.distinct, "value")]),
  ];
  return (
    <li className="min-w-0 border-t pt-3 pb-5">
      <h4 className="truncate font-strong" title={label}>
        <bdi>{label}</bdi>
      </h4>
      <p className="pb-2.5 text-small text-ink-3 tabular-nums">{facts.join(" · ")}</p>
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
