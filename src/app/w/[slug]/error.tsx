"use client";
import { FailureMessage } from "@/ui/failure-message";

export default function WorkspaceErrorPage(props: { readonly error: unknown; readonly retry: () => void }) {
  return <FailureMessage {...props} />;
}
