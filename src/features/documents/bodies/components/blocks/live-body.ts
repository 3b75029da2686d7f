// The body as it is being written, for what stands beside it: the list of needs, the curve, the checklist.
import { type Editor, Extension } from "@tiptap/core";
import type { Body } from "../../body-rules";
import { forgetBody, showBody } from "../view/shown-body";

/** Taking a long text apart costs more than a keystroke may. */
const REST_MS = 300;

interface WatchOptions {
  readonly documentId: string;
}

interface WatchStorage {
  timer: ReturnType<typeof setTimeout> | undefined;
}

export const BodyWatch = Extension.create<WatchOptions, WatchStorage>({
  name: "bodyWatch",
  addOptions: () => ({ documentId: "" }),
  addStorage: () => ({ timer: undefined }),
  onCreate() {
    show(this.editor, this.options);
  },
  onUpdate() {
    const { storage, editor, options } = this;
    storage.timer ??= setTimeout(() => {
      storage.timer = undefined;
      if (!editor.isDestroyed) show(editor, options);
    }, REST_MS);
  },
  onDestroy() {
    clearTimeout(this.storage.timer);
    forgetBody(this.options.documentId, this.editor);
  },
});

function show(editor: Editor, { documentId }: WatchOptions): void {
  showBody(documentId, {
    owner: editor,
    body: editor.getJSON() as Body,
    enter: (element) => {
      const place = editor.view.posAtDOM(element, 0);
      editor.commands.focus(place, { scrollIntoView: false });
    },
  });
}
