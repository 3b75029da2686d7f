// Needs are written like a list: Enter begins the next one, and on one without words it leads back to the text.
import type { Editor } from "@tiptap/core";
import { Need } from "../../body-schema";
import { needIds } from "./need-ids";

export const NeedWithIds = Need.extend({
  addProseMirrorPlugins: () => [needIds()],
  addKeyboardShortcuts() {
    return {
      Enter: () => nextNeed(this.editor),
      Backspace: () => isAtStart(this.editor) && this.editor.commands.setNode("paragraph"),
    };
  },
});

function isAtStart({ state: { selection } }: Editor): boolean {
  const { empty, $from } = selection;
  return empty && $from.parent.type.name === "need" && $from.parentOffset === 0;
}

function nextNeed(editor: Editor): boolean {
  const { selection, schema } = editor.state;
  const { $from, $to } = selection;
  const { need } = schema.nodes;
  if (!need || $from.parent.type !== need || !$from.sameParent($to)) return false;
  if ($from.parent.content.size === 0) return editor.commands.setNode("paragraph");
  return editor.commands.command(({ tr }) => {
    tr.deleteSelection().split(tr.selection.from, 1, [{ type: need, attrs: { id: null } }]);
    tr.scrollIntoView();
    return true;
  });
}
