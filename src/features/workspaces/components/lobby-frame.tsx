import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { Toaster } from "@/ui/toaster";

/** Surroundings of the few pages that one sees before being in a workspace. */
export function LobbyFrame({ isSignedIn, children }: { readonly isSignedIn: boolean; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <Link href="/" className="flex min-h-9 items-center gap-2.5 rounded-s">
          <span
            aria-hidden="true"
            className="grid size-[26px] place-items-center rounded-[7px] bg-accent font-display text-[15px] leading-none font-semibold text-accent-ink"
          >
            D
          </span>
          <b className="font-display text-[19px] leading-none font-[560]">Dramatis</b>
        </Link>
        {isSignedIn && (
          <nav aria-label="Account">
            <Link href="/account" className="inline-flex min-h-9 items-center rounded-s px-2 text-ink-2 hover:text-ink">
              Your account
            </Link>
          </nav>
        )}
      </header>
      <main className="mx-auto w-full max-w-[560px] flex-1 px-4 pt-[min(9vh,5rem)] pb-16">{children}</main>
      <Toaster />
    </div>
  );
}
