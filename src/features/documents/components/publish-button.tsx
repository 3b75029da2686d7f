"use client";
import { useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import { askBlocks } from "../approval-rules";
import { publishBlocks } from "../lifecycle-rules";
import { type DraftAtHand, type SeenDraft, seenNow } from "./seen-draft";
import { useApproval } from "./use-approval";

const loadPublish = () => import("./publish-dialog").then((part) => part.PublishDialog);
const loadAsk = () => import("./ask-approval-dialog").then((part) => part.AskApprovalDialog);

/** The button that publishes; where the workspace asks for approvals that are not there yet, the one that asks. */
export function PublishButton(at: DraftAtHand) {
  const { kind, target, document, draft, missing, changes } = at;
  const approval = useApproval(kind, target, draft);
  const facts = {
    isRetired: document.retired !== null,
    currentVersion: document.currentVersion,
    isChanged: changes.length > 0,
    missing,
  };
  if (!approval) {
    return (
      <Button variant="primary" disabledReason="Looking up what publishing asks for.">
        Publish v{(document.currentVersion ?? 0) + 1}
      </Button>
    );
  }
  const { policy, given, request, otherApprovers } = approval;
  const blocks = publishBlocks({ ...facts, approvals: { needed: policy.needed, given } });
  const isAsked = request?.isCurrent ?? false;
  if (!isAsked && blocks.some(({ code }) => code === "unapproved")) {
    const asking = askBlocks({ ...facts, policy, isAsked, otherApprovers });
    return <Opening at={at} act="ask" label="Ask for approval" reason={sentence(asking)} />;
  }
  return (
    <Opening at={at} act="publish" label={`Publish v${(document.currentVersion ?? 0) + 1}`} reason={sentence(blocks)} />
  );
}

function sentence(blocks: readonly { readonly message: string }[]): string | undefined {
  return blocks.map(({ message }) => message).join(" ") || undefined;
}

interface OpeningProps {
  readonly at: DraftAtHand;
  readonly act: "publish" | "ask";
  readonly label: string;
  readonly reason: string | undefined;
}

/** A button with its dialog, which shows the draft as it is when it opens. */
function Opening({ at, act, label, reason }: OpeningProps) {
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState<SeenDraft>(() => seenNow(at));
  const close = () => setOpen(false);
  const Part = usePart(act === "publish" ? loadPublish : loadAsk, isOpen, close);
  const open = () => {
    setSeen(seenNow(at));
    setOpen(true);
    // What waits is sent meanwhile, so that the revision names what the person sees.
    void at.draft.flush();
  };
  return (
    <>
      <Button variant="primary" disabledReason={isOpen ? undefined : reason} onClick={open}>
        {label}
      </Button>
      {Part && <Part at={at} seen={seen} onSeen={() => setSeen(seenNow(at))} open={isOpen} onClose={close} />}
    </>
  );
}
