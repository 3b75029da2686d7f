"use client";
import { Button, ButtonLink } from "@/ui/button";
import { MessagePage } from "@/ui/message-page";

interface PageError extends Error {
  readonly digest?: string;
}

export default function ErrorPage({ error, reset }: { readonly error: PageError; readonly reset: () => void }) {
  return (
    <MessagePage
      title="This page didn't open"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/">Go to your workspace</ButtonLink>
        </>
      }
    >
      <p>
        The fault is ours, or the connection was lost. What was saved is safe. If it happens again, tell whoever looks
        after this installation.
      </p>
      {error.digest && <p className="mt-2 text-small text-ink-3">Reference for the log: {error.digest}</p>}
    </MessagePage>
  );
}
