"use client";
// Stands in for the root layout when that one fails, and so brings its own document.
import "./globals.css";
import { buttonLook } from "@/ui/button-look";
import { MessagePage } from "@/ui/message-page";

export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <MessagePage
          title="Dramatis didn't open"
          actions={
            <button type="button" onClick={reset} className={buttonLook("primary", "m", false)}>
              Try again
            </button>
          }
        >
          The fault is ours, or the connection was lost. What was saved is safe. If it happens again, tell whoever looks
          after this installation.
        </MessagePage>
      </body>
    </html>
  );
}
