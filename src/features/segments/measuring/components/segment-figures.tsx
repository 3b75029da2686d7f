"use client";
import type { ReactNode } from "react";
import { usePart } from "@/ui/use-part";
import { useRuleAnswers } from "./rule-answers";

const loadPanel = () => import("./live-panel-part").then((part) => part.LivePanelPart);

/** What the data say to the draft's rule; what is given where there is none. */
export function SegmentFigures({ children }: { readonly children: ReactNode }) {
  const { question } = useRuleAnswers();
  const Panel = usePart(loadPanel, question !== null, () => {});
  return question && Panel ? <Panel /> : children;
}
