// All that makes writing, but for what is shared with others: the schema with its views, keys, menus, pictures, finding.
import { type AnyExtension, Extension } from "@tiptap/core";
import { TaskItem } from "@tiptap/extension-list";
import { Placeholder } from "@tiptap/extensions/placeholder";
import { Plugin } from "@tiptap/pm/state";
import { PICTURE_TYPES } from "../../../pictures/picture-rules";
import { bodyExtensions } from "../../body-schema";
import type { BlockCommand } from "./block-command";
import { chooseFiles } from "./choose-files";
import { matchingCommands } from "./command-rules";
import { BLOCK_STYLES, INSERT_FILE, INSERT_RULE, INSERT_TABLE, insertPicture } from "./commands";
import { Find } from "./find-plugin";
import { remoteGuard } from "./own-change-rules";
import { Pasting } from "./paste-extension";
import { PictureWithView } from "./picture-node";
import { addPictures, type PictureStore, PictureUploads } from "./picture-uploads";
import { suggestionExtension } from "./suggestion-extension";
import { WritingKeys } from "./writing-keys";
import { WritingStateExtension } from "./writing-state";

export interface WritingOptions {
  /** Stands where nothing is written. */
  readonly placeholder: string;
  readonly pictures: PictureStore;
  /** What else can be put in, after our own: the blocks of the field. */
  readonly commands: readonly BlockCommand[];
  /** Extensions with views, in the place of those of the schema that have their names; the others come on top. */
  readonly views: readonly AnyExtension[];
}

/** Refuses what plugins would add to the changes of others, as each editor would write it once more. */
const RemoteGuard = Extension.create({
  name: "remoteGuard",
  addProseMirrorPlugins() {
    return [new Plugin({ filterTransaction: remoteGuard(() => this.editor.state.doc) })];
  },
});

/** Its checkbox is called by the words beside it, without those of the tasks below. */
const Task = TaskItem.configure({
  nested: true,
  a11y: { checkboxLabel: (node) => node.firstChild?.textContent || "Task without words" },
});

/** All commands of an editor, in the order of the list under a slash. */
export function allCommands({
  pictures,
  commands,
}: Pick<WritingOptions, "pictures" | "commands">): readonly BlockCommand[] {
  const picture = insertPicture((editor) =>
    chooseFiles(PICTURE_TYPES, (files) => addPictures(editor, pictures, files, editor.state.selection.from)),
  );
  return [...BLOCK_STYLES, ...commands, picture, INSERT_TABLE, INSERT_RULE, INSERT_FILE];
}

/**
 * Every extension of an editor of bodies but Collaboration and its carets, the schema's (`bodyExtensions`) among them.
 * Give the editor `injectCSS: false` and register no plugin later: that would begin the collaboration anew.
 */
export function writingExtensions(options: WritingOptions): AnyExtension[] {
  const views = new Map([PictureWithView, Task, ...options.views].map((extension) => [extension.name, extension]));
  const commands = allCommands(options);
  const schema = bodyExtensions();
  const names = new Set(schema.map(({ name }) => name));
  return [
    ...schema.map((extension) => views.get(extension.name) ?? extension),
    ...options.views.filter(({ name }) => !names.has(name)),
    WritingStateExtension.configure({ commands }),
    WritingKeys,
    RemoteGuard,
    Pasting,
    PictureUploads.configure({ store: options.pictures }),
    Find,
    Placeholder.configure({
      placeholder: ({ node }) => (node.type.name === "need" ? "What must we offer?" : options.placeholder),
      emptyNodeClass: "is-empty",
      showOnlyCurrent: true,
    }),
    suggestionExtension<BlockCommand>({
      name: "slashMenu",
      label: "Put in",
      char: "/",
      find: (query) => matchingCommands(commands, query),
      take(editor, range, { run }) {
        editor.chain().focus().deleteRange(range).run();
        run(editor);
      },
    }),
    suggestionExtension({
      name: "emojiMenu",
      label: "Emoji",
      char: ":",
      minQueryLength: 2,
      find: async (query) => (await import("./emoji-list")).matchingEmoji(query),
      take: (editor, range, { icon }) => editor.chain().focus().insertContentAt(range, String(icon)).run(),
    }),
  ];
}
