"use client";
import { buttonLook } from "@/ui/button-look";
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
          <button type="button" onClick={reset} className={buttonLook("primary", "m", false)}>
            Try again
          </button>
          {/* A fresh load and not a link of the router, whose state may be what is broken. */}
          <a href="/" className={buttonLook("plain", "m", false)}>
            Go to your workspace
          </a>
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
