"use client";
import { Copy } from "lucide-react";
import { useId, useState } from "react";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import type { SegmentContent } from "../../segment-rules";
import { ruleStory } from "../rule-story-rules";
import { PanelSection } from "./panel-section";
import { useRuleAnswers } from "./rule-answers";

/** The rule as one would say it, with the days that it means, to be copied. */
export function RuleStory() {
  const { question, total, isTotalStale } = useRuleAnswers();
  const data = useContentPart((content: SegmentContent) => content.data);
  const [isOpen, setOpen] = useState(false);
  const text = useId();
  if (!question) return null;
  const { match, rows, pins } = question;
  const lines = ruleStory(
    { match, rows, pins },
    data?.name ?? "",
    isTotalStale ? null : (total?.count ?? null),
    total?.snapshot ?? null,
  );
  const copy = () =>
    navigator.clipboard.writeText(lines.join("\n")).then(
      () => toast("The rule was copied."),
      () => toast("The rule couldn’t be copied. Select it and copy it by hand.", { tone: "error" }),
    );
  return (
    <PanelSection
      title="The rule in words"
      hint={
        <Button variant="ghost" size="s" aria-expanded={isOpen} aria-controls={text} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide" : "Show"}
        </Button>
      }
    >
      <div id={text} hidden={!isOpen}>
        <p className="whitespace-pre-wrap text-small text-ink-2 wrap-anywhere">{lines.join("\n")}</p>
        <Button size="s" icon={<Copy aria-hidden="true" className="size-3.5" />} className="mt-2" onClick={copy}>
          Copy
        </Button>
      </div>
    </PanelSection>
  );
}
