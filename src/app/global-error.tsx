"use client";
// Stands in for the root layout when that one fails, and so brings its own document.
import "./globals.css";
import { FailureMessage } from "@/ui/failure-message";
import { MessagePage } from "@/ui/message-page";

export default function GlobalError(props: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <MessagePage>
          <FailureMessage {...props} />
        </MessagePage>
      </body>
    </html>
  );
}
