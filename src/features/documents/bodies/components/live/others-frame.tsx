"use client";
import type { Editor } from "@tiptap/core";
import clsx from "clsx";
import { type ReactNode, useEffect } from "react";
import { hueOf } from "@/ui/hue";
import type { BodyProvider } from "./body-provider";
import { follow, tellWindowTop } from "./following";
import { useLiveBodyPart, useLiveBodyStore } from "./live-body-context";
import { WHO } from "./who-colour";

interface OthersFrameProps {
  readonly editor: Editor;
  readonly provider: BodyProvider;
  readonly children: ReactNode;
}

/** Around the text: whether the others' carets are drawn, and a frame around the window while one follows somebody. */
export function OthersFrame({ editor, provider, children }: OthersFrameProps) {
  const store = useLiveBodyStore();
  const following = useLiveBodyPart((view) => view.following);
  const hidesCarets = useLiveBodyPart((view) => view.hidesCarets);
  useEffect(() => tellWindowTop(editor, provider), [editor, provider]);
  useEffect(
    () => (following ? follow(editor, provider, following.id, () => store.write({ following: null })) : undefined),
    [editor, provider, following, store],
  );
  return (
    <div {...(hidesCarets && { "data-carets": "hidden" })}>
      {children}
      {following && (
        <div
          className={clsx("pointer-events-none fixed inset-0 z-30 border-4 border-(--who)", WHO[hueOf(following.name)])}
        >
          <span className="absolute start-1/2 bottom-0 -translate-x-1/2 rounded-t-s bg-(--who) px-2 text-label text-paper">
            Following {following.name}
          </span>
        </div>
      )}
    </div>
  );
}
