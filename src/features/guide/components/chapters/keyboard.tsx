import { EDITOR_SHORTCUTS, TYPED_SIGNS } from "@/features/documents/bodies/components/editor/shortcut-list";
import { APP_SHORTCUTS } from "../../shortcut-rules";
import type { ChapterContent } from "../guide-content";
import { P, Ui } from "../guide-words";
import { ShortcutTable } from "../shortcut-table";

export const keyboard: ChapterContent = {
  opening: (
    <P>
      Everything can be done without a mouse. Tab goes from one thing to the next, Enter and Space press it, Escape
      closes what is open and leads back. The first press of Tab on a page offers to skip to its content.
    </P>
  ),
  sections: [
    ...APP_SHORTCUTS.map(({ id, title, line, shortcuts }) => ({
      id,
      title,
      body: (
        <>
          <P>{line}</P>
          <ShortcutTable shortcuts={shortcuts} />
        </>
      ),
    })),
    {
      id: "in-a-text",
      title: "In a text",
      body: (
        <>
          <P>
            In stories and other long texts. The editor shows the same list: <Ui>Keyboard shortcuts</Ui> among its
            tools.
          </P>
          {EDITOR_SHORTCUTS.map(({ title, list }) => (
            <ShortcutTable key={title} title={title} shortcuts={list} />
          ))}
          <ShortcutTable
            title="Typed at the start or around words"
            areSigns
            shortcuts={TYPED_SIGNS.map(([sign, label]) => ({ label, keys: [sign] }))}
          />
        </>
      ),
    },
    {
      id: "speech",
      title: "If you speak to your computer",
      body: (
        <P>
          The letter that decides a review, T, can be turned off: <Ui>Turn the key off</Ui> stands beside it. In a
          session letters vote, and a vote can be changed until the decision falls. The others work only while the thing
          that they act on has the focus.
        </P>
      ),
    },
  ],
  trials: [
    { label: "Open Today", path: "" },
    { label: "Your notifications", path: "/notifications" },
  ],
};
