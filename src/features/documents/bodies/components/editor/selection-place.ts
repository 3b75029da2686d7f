import type { Editor } from "@tiptap/core";

/** Where the chosen words are in the window; null while the view is not there. */
export function selectionPlace(editor: Editor): DOMRect | null {
  if (editor.isDestroyed) return null;
  const { from, to } = editor.state.selection;
  const start = editor.view.coordsAtPos(from);
  const end = editor.view.coordsAtPos(to, -1);
  const isOneLine = Math.abs(start.top - end.top) < 4;
  const text = editor.view.dom.getBoundingClientRect();
  const left = isOneLine ? Math.min(start.left, end.left) : text.left;
  const right = isOneLine ? Math.max(start.left, end.right) : text.right;
  return new DOMRect(left, start.top, Math.max(1, right - left), end.bottom - start.top);
}
