"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { ApprovalView } from "../../approvals/approval-contract";
import { askBlocks } from "../../approvals/approval-rules";
import { useApproval } from "../../approvals/components/use-approval";
import { type DraftAtHand, type SeenDraft, seenNow } from "../../drafts/components/seen-draft";
import { publishBlocks } from "../lifecycle-rules";
import { useSettled } from "./use-settled";

const loadPublish = () => import("./publish-dialog").then((part) => part.PublishDialog);
const loadAsk = () => import("../../approvals/components/ask-approval-dialog").then((part) => part.AskApprovalDialog);

/**
 * The button that publishes; where the workspace asks for approvals that are not there yet, the one that asks. A dialog
 * that is open stays so whatever others do meanwhile: it shows that itself.
 */
export function PublishButton({ beforePublishing, ...at }: DraftAtHand & { readonly beforePublishing?: ReactNode }) {
  const { kind, target, document, draft } = at;
  const approval = useApproval(kind, target, draft);
  const [open, setOpen] = useState<"publish" | "ask" | null>(null);
  const [seen, setSeen] = useState<SeenDraft>(() => seenNow(at));
  const close = () => setOpen(null);
  const Publish = usePart(loadPublish, open === "publish", close);
  const Ask = usePart(loadAsk, open === "ask", close);
  const next = nextAct(at, approval);
  const [isSettling, setSettling] = useState(false);
  const readSettled = useSettled(draft);
  const show = async () => {
    setSeen(seenNow(at));
    setOpen(next.act);
    // What waits is sent and read back first, so that the revision names what the person sees.
    setSettling(true);
    const settled = await readSettled();
    if (settled) setSeen({ content: settled.content, version: document.currentVersion });
    setSettling(false);
  };
  const dialog = { at, approval, seen, isSettling, onSeen: () => setSeen(seenNow(at)), onClose: close };
  return (
    <>
      <Button variant="primary" disabledReason={open ? undefined : next.reason} onClick={() => void show()}>
        {next.act === "ask" ? "Ask for approval" : `Publish v${(document.currentVersion ?? 0) + 1}`}
      </Button>
      {Publish && <Publish {...dialog} open={open === "publish"} before={beforePublishing} />}
      {Ask && <Ask {...dialog} open={open === "ask"} />}
    </>
  );
}

/** What the person may do next with the draft, and why not yet. */
function nextAct({ document, missing, changes }: DraftAtHand, approval: ApprovalView | null) {
  if (!approval) return { act: "publish" as const, reason: "Looking up what publishing asks for." };
  const { policy, given, request, otherApprovers } = approval;
  const facts = {
    isRetired: document.retired !== null,
    currentVersion: document.currentVersion,
    isChanged: changes.length > 0,
    missing,
  };
  const isAsked = request?.isCurrent ?? false;
  const publishing = publishBlocks({ ...facts, approvals: { needed: policy.needed, given } });
  const isUnasked = !isAsked && publishing.some(({ code }) => code === "unapproved");
  const blocks = isUnasked ? askBlocks({ ...facts, policy, isAsked, otherApprovers }) : publishing;
  const reason = blocks.map(({ message }) => message).join(" ") || undefined;
  return { act: isUnasked ? ("ask" as const) : ("publish" as const), reason };
}
