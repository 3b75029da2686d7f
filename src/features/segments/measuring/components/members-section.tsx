"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { MembersSample } from "./members-sample";
import { PanelSection } from "./panel-section";
import { useRuleAnswers } from "./rule-answers";
import { TestCustomer } from "./test-customer";

/** The way to single customers: some who belong, and one whom somebody has in mind. */
export function MembersSection() {
  const { question } = useRuleAnswers();
  const [opened, setOpened] = useState<"sample" | "test" | null>(null);
  if (!question) return null;
  return (
    <PanelSection title="Single customers">
      <div className="flex flex-wrap gap-2">
        <Button size="s" onClick={() => setOpened("sample")}>
          See some of them
        </Button>
        <Button size="s" onClick={() => setOpened("test")}>
          Test a person
        </Button>
      </div>
      <Dialog
        open={opened === "sample"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "sample" : null)}
        size="l"
        title="Some who match"
        description="Up to twenty, chosen by chance and always the same ones of the same data."
      >
        <MembersSample question={question} />
      </Dialog>
      <Dialog
        open={opened === "test"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "test" : null)}
        title="Test a person"
        description="Says whether a customer belongs, and which conditions decide."
      >
        <TestCustomer question={question} />
      </Dialog>
    </PanelSection>
  );
}
