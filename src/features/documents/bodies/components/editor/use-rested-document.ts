import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useEffect, useState } from "react";

const REST_MS = 500;

/** The document as it was at the last rest: counting a hundred pages takes longer than a keystroke may. */
export function useRestedDocument(editor: Editor): Node {
  const [doc, setDoc] = useState(editor.state.doc);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onUpdate = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (!editor.isDestroyed) setDoc(editor.state.doc);
      }, REST_MS);
    };
    editor.on("update", onUpdate);
    onUpdate();
    return () => {
      clearTimeout(timer);
      editor.off("update", onUpdate);
    };
  }, [editor]);
  return doc;
}
