// Everything an editor of a live body is made of, from the parts that each know their own.
import { type AnyExtension, Extension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import { BODY_FRAGMENT } from "../../body-rules";
import { blockCommands } from "../blocks/block-commands";
import { blockViews } from "../blocks/block-views";
import { isRemoteChange } from "../editor/own-change-rules";
import type { PictureStore } from "../editor/picture-uploads";
import { writingExtensions } from "../editor/writing-extensions";
import { TextThreads } from "../threads/text-threads-extension";
import { liveCarets } from "./carets-extension";
import type { LiveTurn } from "./live-body";

interface EditorExtensionsOptions {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly person: { readonly id: string };
  readonly placeholder: string;
  readonly pictures: PictureStore;
}

/** Who only reads changes nothing, not even through a menu that was left open or a block that tends itself. */
const ReadingGuard = Extension.create({
  name: "readingGuard",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        filterTransaction: (transaction) => !transaction.docChanged || editor.isEditable || isRemoteChange(transaction),
      }),
    ];
  },
});

export function editorExtensions(
  { doc, connection }: LiveTurn,
  { workspaceId, documentId, person, placeholder, pictures }: EditorExtensionsOptions,
): AnyExtension[] {
  const { provider } = connection;
  return [
    ...writingExtensions({
      placeholder,
      pictures,
      commands: blockCommands,
      views: blockViews({ workspaceId, documentId }),
    }),
    ReadingGuard,
    Collaboration.configure({ document: doc, field: BODY_FRAGMENT, provider }),
    ...liveCarets(provider, person),
    TextThreads,
  ];
}
