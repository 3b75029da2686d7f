// Pictures on their way. They stand in the text as something to look at and enter the document when they are kept: one
// that fails stays beside it, to be tried again, and nobody else ever sees half of it.
import { type Editor, Extension, type MappablePosition } from "@tiptap/core";
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { uploadFigure } from "./upload-figure";
import { whenComposed } from "./when-composed";
import { writingState } from "./writing-state";

export interface PictureStore {
  /** Keeps a picture and gives its id. Rejects with an Error that says why, for people. */
  readonly upload: (file: File) => Promise<string>;
  /** Says that something can't be put in. */
  readonly refuse: (message: string) => void;
}

export interface Upload {
  readonly id: string;
  readonly file: File;
  /** Of the file itself, to be looked at meanwhile. */
  readonly preview: string;
  readonly position: MappablePosition;
  /** Null while it is on its way. */
  readonly problem: string | null;
}

type Change =
  | { readonly add: Upload }
  | { readonly remove: string }
  | { readonly id: string; readonly problem: string | null };

const key = new PluginKey<readonly Upload[]>("pictureUploads");
/** At once; more would be a gallery, and a workspace holds a thousand. */
const MOST_AT_ONCE = 20;

function uploadsOf(state: EditorState): readonly Upload[] {
  return key.getState(state) ?? [];
}

function changed(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if ("add" in change) return [...uploads, change.add];
  if ("remove" in change) return uploads.filter(({ id }) => id !== change.remove);
  return uploads.map((upload) => (upload.id === change.id ? { ...upload, problem: change.problem } : upload));
}

function change(editor: Editor, what: Change, onto: Transaction = editor.state.tr): void {
  editor.view.dispatch(onto.setMeta(key, what).setMeta("addToHistory", !("add" in what) && onto.docChanged));
}

/** Puts files in as pictures, one after the other, from a place in the document. Others are refused by name. */
export function addPictures(editor: Editor, store: PictureStore, files: readonly File[], at: number): void {
  const pictures = files.filter(({ type }) => type.startsWith("image/")).slice(0, MOST_AT_ONCE);
  if (pictures.length < files.length) {
    store.refuse(
      files.length > MOST_AT_ONCE
        ? `At most ${MOST_AT_ONCE} pictures can be put in at once.`
        : "Only pictures come in this way: PNG, JPEG, WebP, AVIF or GIF. For the text of a file, type /file.",
    );
  }
  whenComposed(editor, () => {
    for (const file of pictures) {
      const upload: Upload = {
        id: crypto.randomUUID(),
        file,
        preview: URL.createObjectURL(file),
        position: editor.utils.createMappablePosition(at),
        problem: null,
      };
      change(editor, { add: upload });
      void send(editor, store, upload);
    }
  });
}

async function send(editor: Editor, store: PictureStore, { id, file }: Upload): Promise<void> {
  let picture: string | undefined;
  let problem = "It could not be uploaded.";
  try {
    picture = await store.upload(file);
  } catch (error) {
    if (error instanceof Error) problem = error.message;
  }
  if (editor.isDestroyed) return;
  whenComposed(editor, () => {
    const upload = uploadsOf(editor.state).find((one) => one.id === id);
    if (!upload) return;
    if (picture === undefined) change(editor, { id, problem });
    else if (editor.isEditable) insert(editor, upload, picture);
    else change(editor, { id, problem: "You may not write here any more." });
  });
}

/** One transaction: the picture takes the place of what stood for it. */
function insert(editor: Editor, { id, position, preview }: Upload, picture: string): void {
  const { tr, schema, selection } = editor.state;
  const node = schema.nodes.image?.create({ picture, alt: "", width: null });
  if (!node) return;
  const at = Math.min(position.position, tr.doc.content.size);
  const isAtCaret = selection.empty && selection.from === at;
  tr.replaceRangeWith(at, at, node);
  let placed = -1;
  tr.doc.descendants((one, pos) => {
    if (one.type === node.type && one.attrs.picture === picture) placed = pos;
    return placed === -1;
  });
  // Whoever has not moved on is asked at once what one sees.
  if (placed >= 0 && isAtCaret) {
    writingState(editor).fresh.set(picture);
    tr.setSelection(NodeSelection.create(tr.doc, placed)).scrollIntoView();
  }
  change(editor, { remove: id }, tr);
  URL.revokeObjectURL(preview);
}

export const PictureUploads = Extension.create<{ store: PictureStore }>({
  name: "pictureUploads",
  addOptions: () => ({ store: { upload: () => Promise.reject(new Error()), refuse: () => undefined } }),
  addProseMirrorPlugins() {
    const { editor } = this;
    const { store } = this.options;
    const acts = (upload: Upload) => ({
      retry() {
        change(editor, { id: upload.id, problem: null });
        void send(editor, store, upload);
      },
      remove() {
        change(editor, { remove: upload.id });
        URL.revokeObjectURL(upload.preview);
        editor.commands.focus();
      },
    });
    return [
      new Plugin<readonly Upload[]>({
        key,
        state: {
          init: () => [],
          apply(transaction, before) {
            const moved =
              transaction.docChanged && before.length > 0
                ? before.map((upload) => ({
                    ...upload,
                    position: editor.utils.getUpdatedPosition(upload.position, transaction).position,
                  }))
                : before;
            const what = transaction.getMeta(key) as Change | undefined;
            return what ? changed(moved, what) : moved;
          },
        },
        props: {
          decorations(state) {
            const uploads = uploadsOf(state);
            if (uploads.length === 0) return null;
            const places = uploads.map((upload) =>
              Decoration.widget(
                Math.min(upload.position.position, state.doc.content.size),
                () => uploadFigure(upload, acts(upload)),
                { key: `${upload.id} ${upload.problem}`, side: -1, ignoreSelection: true, stopEvent: () => true },
              ),
            );
            return DecorationSet.create(state.doc, places);
          },
          handlePaste: (view, event) => take(event, event.clipboardData, view.state.selection.from),
          handleDrop(view, event) {
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return take(event, event.dataTransfer, place?.pos ?? view.state.selection.from);
          },
        },
      }),
    ];

    function take(event: Event, data: DataTransfer | null, at: number): boolean {
      const files = [...(data?.files ?? [])];
      // Office programs send a picture of the text beside the text: then the text is meant.
      if (files.length === 0 || data?.types.includes("text/html")) return false;
      event.preventDefault();
      addPictures(editor, store, files, at);
      return true;
    }
  },
});
