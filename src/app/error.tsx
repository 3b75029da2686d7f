"use client";
import { FailureMessage } from "@/ui/failure-message";
import { MessagePage } from "@/ui/message-page";

export default function ErrorPage(props: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <MessagePage>
      <FailureMessage {...props} />
    </MessagePage>
  );
}
