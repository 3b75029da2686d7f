"use client";
// Stands in for the root layout when that one fails, so it brings its own document, and no part that could fail too.
import "./globals.css";

export default function GlobalError({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh content-center justify-items-start gap-3 px-6 py-16 sm:mx-auto sm:max-w-[560px]">
          <h1 className="font-display text-display-36">Dramatis didn't open</h1>
          <p className="text-section font-normal text-ink-2">
            The fault is ours, or the connection was lost. What was saved is safe.
          </p>
          <button
            type="button"
            onClick={() => retry()}
            className="mt-3 min-h-10 rounded-s bg-ink px-4 font-strong text-paper"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
