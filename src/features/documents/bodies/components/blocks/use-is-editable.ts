import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";

/** Whether one may write now; follows rights that are taken away or given while the editor is open. */
export function useIsEditable(editor: Editor): boolean {
  return useEditorState({ editor, selector: () => editor.isEditable });
}
