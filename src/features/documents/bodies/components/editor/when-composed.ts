import type { Editor } from "@tiptap/core";

/** Acts when no word is being composed: a change in the middle would lose or double what the keyboard holds back. */
export function whenComposed(editor: Editor, act: () => void): void {
  if (!editor.view.composing) {
    act();
    return;
  }
  const { dom } = editor.view;
  const once = () => {
    dom.removeEventListener("compositionend", once);
    // The view takes what was composed into the document a moment after the event.
    setTimeout(() => !editor.isDestroyed && act(), 60);
  };
  dom.addEventListener("compositionend", once);
  // The keyboard gives the word up when the text loses the focus.
  dom.blur();
  editor.view.focus();
}
