import { buttonLook } from "./button-look";
import { Message } from "./message-page";

/** Next numbers errors of server components, and the log has the same number. */
function reference(error: unknown): string | undefined {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : undefined;
}

/** In place of a page that couldn't be shown. Made of plain elements, since it is part of every page's script. */
export function FailureMessage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const number = reference(error);
  return (
    <Message
      title="This page didn't open"
      actions={
        <>
          <button type="button" onClick={() => retry()} className={buttonLook("primary", "m", false)}>
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
      {number && <p className="mt-2 text-small text-ink-3">Reference for the log: {number}</p>}
    </Message>
  );
}
