import type { ApprovalView } from "./approval-contract";

/** The same as it stands for a later revision of the draft: nothing of it counts any more. */
export function approvalAt(view: ApprovalView, revision: number): ApprovalView {
  if (revision <= view.revision) return view;
  const request = view.request && {
    ...view.request,
    isCurrent: false,
    decisions: view.request.decisions.map((one) => ({ ...one, isCounted: false })),
  };
  return { ...view, revision, given: 0, request };
}
