"use client";
// What a person has to know and to decide about their words, above the text.
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { copyWords } from "./copy-words";
import type { LiveBody } from "./live-body";
import { liveNotice } from "./live-notice-rules";
import { LONG_UNSAVED } from "./live-state-rules";
import { useLiveFact } from "./use-live-body";

export function LiveNotices({ body }: { readonly body: LiveBody }) {
  const notice = useLiveFact(body, (opened) => liveNotice(opened.read()), null);
  return (
    <>
      {notice && (
        <Notice
          className="mb-4"
          tone={notice.tone}
          title={notice.title}
          action={
            <>
              {notice.acts.includes("copy") && <CopyButton body={body} />}
              {notice.acts.includes("discard") && (
                <Button size="s" variant="ghost" onClick={body.discard}>
                  {notice.discard}
                </Button>
              )}
              {notice.acts.includes("reload") && (
                <Button size="s" onClick={() => location.reload()}>
                  Reload the page
                </Button>
              )}
              {notice.acts.includes("sign-in") && (
                <ButtonLink size="s" href={`/sign-in?${new URLSearchParams({ callbackUrl: location.pathname })}`}>
                  Sign in again
                </ButtonLink>
              )}
            </>
          }
        >
          {notice.text}
        </Notice>
      )}
      <LongUnsaved body={body} />
    </>
  );
}

function CopyButton({ body }: { readonly body: LiveBody }) {
  return (
    <Button size="s" onClick={() => void copyWords(body.unsavedText())}>
      Copy what I wrote
    </Button>
  );
}

/** Stands in the way once: whoever goes on writing for minutes into a connection that takes nothing would lose most. */
function LongUnsaved({ body }: { readonly body: LiveBody }) {
  const since = useLiveFact(body, (opened) => waitingSince(opened), null);
  const [shownFor, setShownFor] = useState<number | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setShownFor(since), since + LONG_UNSAVED - Date.now());
    return () => clearTimeout(timer);
  }, [since]);
  const isOpen = since !== null && shownFor === since && seen !== since;
  if (shownFor === null) return null;
  const close = () => setSeen(since);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      size="s"
      title="What you write is not being saved"
      footer={
        <>
          <CopyButton body={body} />
          <Button variant="primary" onClick={close}>
            Go on
          </Button>
        </>
      }
    >
      The server has not confirmed anything for half a minute, although the connection seems to stand. Leave this page
      open; it is tried again all the time.
    </Dialog>
  );
}

/** A network that is gone is no news, as long as the device keeps the words: the state line says so. */
function waitingSince(body: LiveBody): number | null {
  const { link, refusal, unsavedSince, isOnline, isDenied, kept } = body.read();
  if (link === "ended" || isDenied) return null;
  const isTaken = isOnline && (link === "synced" || refusal !== null);
  return isTaken || kept !== "kept" ? unsavedSince : null;
}
