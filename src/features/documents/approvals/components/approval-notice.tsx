"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { usePart } from "@/ui/use-part";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import { type DraftAtHand, type SeenDraft, seenNow } from "../../drafts/components/seen-draft";
import { approvalWords } from "../../versions/lifecycle-rules";
import type { ApprovalRequest, ApprovalView, GivenDecision } from "../approval-contract";
import { useApproval } from "./use-approval";

const loadDecide = () => import("./decide-dialog").then((part) => part.DecideDialog);

/** Above the draft: who asks for approval, who decided what, and the way to decide. Nothing where nobody asked. */
export function ApprovalNotice(at: DraftAtHand) {
  const approval = useApproval(at.kind, at.target, at.draft);
  if (!approval?.request || at.document.retired) return null;
  return <Asked at={at} approval={approval} request={approval.request} />;
}

interface AskedProps {
  readonly at: DraftAtHand;
  readonly approval: ApprovalView;
  readonly request: ApprovalRequest;
}

function Asked({ at, approval, request }: AskedProps) {
  const { may } = useWorkspace();
  const { policy, given } = approval;
  const { isOwn } = request;
  const who = isOwn ? "You asked" : `${request.askedBy.name} asks`;
  const isGiven = given >= policy.needed;
  return (
    <Notice
      className="mb-5"
      tone={request.isCurrent ? (isGiven ? "done" : "info") : "due"}
      title={request.isCurrent ? (isGiven ? "Approved" : `${who} for approval`) : "Approval starts anew"}
      action={
        request.isCurrent && (
          <>
            {approval.mayApprove && !isOwn && <DecideButton at={at} request={request} />}
            {may("draft.edit") && <WithdrawButton at={at} />}
          </>
        )
      }
    >
      {!request.isCurrent && (
        <p>
          The draft has changed since {isOwn ? "you" : request.askedBy.name} asked: approvals of before no longer count.
        </p>
      )}
      {request.isCurrent && (
        <>
          {request.note && (
            <p dir="auto" className="wrap-anywhere">
              “{request.note}”
            </p>
          )}
          <p>
            Asked <Time at={request.askedAt} />. {approvalWords({ needed: policy.needed, given })}
          </p>
        </>
      )}
      <ul className="mt-1 grid gap-1 empty:hidden">
        {request.decisions.map((decision) => (
          <li key={decision.person.id} dir="auto" className="wrap-anywhere">
            {decisionWords(decision, request.isCurrent)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function decisionWords({ person, decision, note, isCounted }: GivenDecision, isCurrent: boolean): string {
  const said = note ? `: “${note}”` : "";
  if (decision === "changes-asked") return `${person.name} asked for changes${said}`;
  const uncounted = isCurrent && !isCounted ? ", which doesn’t count: they may no longer approve" : "";
  return `${person.name} approved${said}${uncounted}`;
}

function DecideButton({ at, request }: { readonly at: DraftAtHand; readonly request: ApprovalRequest }) {
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState<SeenDraft>(() => seenNow(at));
  const close = () => setOpen(false);
  const Part = usePart(loadDecide, isOpen, close);
  const open = () => {
    setSeen(seenNow(at));
    setOpen(true);
  };
  return (
    <>
      <Button size="s" variant="primary" onClick={open}>
        See the changes and decide
      </Button>
      {Part && (
        <Part at={at} request={request} seen={seen} onSeen={() => setSeen(seenNow(at))} open={isOpen} onClose={close} />
      )}
    </>
  );
}

function WithdrawButton({ at }: { readonly at: DraftAtHand }) {
  const api = useDocumentApi(at.kind);
  const refresh = useDocumentRefresh(at.kind);
  const withdraw = useMutation(
    api.withdrawApproval.mutationOptions({
      onSuccess: () => refresh().then(() => toast("The request is withdrawn.")),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <Button
      size="s"
      pending={withdraw.isPending}
      onClick={() => withdraw.mutate({ ...at.target, revision: at.draft.revision })}
    >
      Withdraw
    </Button>
  );
}
