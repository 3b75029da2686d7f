"use client";
import type { ReactNode } from "react";
import { usePart } from "@/ui/use-part";
import { FiguresOnTheirWay } from "./figures-on-their-way";
import { useRuleAnswers } from "./rule-answers";

const loadPanel = () => import("./live-panel-part").then((part) => part.LivePanelPart);

/** What the data say to the draft's rule; what is given where there is none. */
export function SegmentFigures({ children }: { readonly children: ReactNode }) {
  const { question } = useRuleAnswers();
  const Panel = usePart(loadPanel, question !== null, () => {});
  if (!question) return children;
  return Panel ? <Panel /> : <FiguresOnTheirWay />;
}
