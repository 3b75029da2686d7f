// Where the others write: a caret with a name in their colour, and what they have selected.
import { type AnyExtension, Extension } from "@tiptap/core";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import { hueOf } from "@/ui/hue";
import type { BodyProvider } from "./body-provider";
import { CaretMoves } from "./caret-moves";
import { WHO } from "./who-colour";

/** A name is read once; then it only stands in the way. */
const NAME_FOR = 3_000;
/** A selection that long without a movement is forgotten rather than meant. */
const SELECTION_FOR = 10_000;
const LOOK_EVERY = 500;

interface Somebody {
  readonly id?: string;
  readonly name?: string;
}

export function liveCarets(provider: BodyProvider, person: { readonly id: string }): AnyExtension[] {
  const moves = new CaretMoves(provider);
  const isStill = ({ id = "" }: Somebody) => moves.rest(id) > NAME_FOR;
  const render = (somebody: Somebody) => {
    const { id = "", name = "Somebody" } = somebody;
    const caret = document.createElement("span");
    caret.className = `live-caret ${WHO[hueOf(name)]}`;
    caret.dataset.person = id;
    caret.toggleAttribute("data-still", isStill(somebody));
    const label = document.createElement("span");
    label.className = "live-caret-name";
    label.textContent = name;
    // Keeps the text around it in one line with it, without any width.
    caret.append("\u2060", label, "\u2060");
    return caret;
  };
  const selectionRender = ({ id = "", name = "" }: Somebody) =>
    moves.rest(id) > SELECTION_FOR ? {} : { class: `live-selection ${WHO[hueOf(name)]}` };
  const still = (view: EditorView) => {
    for (const caret of view.dom.querySelectorAll<HTMLElement>(".live-caret")) {
      caret.toggleAttribute("data-still", isStill({ id: caret.dataset.person ?? "" }));
    }
    if (moves.hasFallenAsleep(SELECTION_FOR)) drawAgain(view);
  };
  return [
    CollaborationCaret.configure({ provider, user: person, render, selectionRender }),
    Extension.create({
      name: "liveCarets",
      // A transaction of others' carets may wait; a composition may not be disturbed.
      dispatchTransaction({ transaction, next }) {
        if (this.editor.view.composing && transaction.getMeta(yCursorPluginKey)) return;
        next(transaction);
      },
      addProseMirrorPlugins() {
        return [
          new Plugin({
            key: new PluginKey("liveCarets"),
            props: {
              handleDOMEvents: {
                compositionend: (view) => {
                  setTimeout(() => drawAgain(view));
                  return false;
                },
              },
            },
            view: (view) => {
              const stop = moves.start();
              const looking = setInterval(() => still(view), LOOK_EVERY);
              return {
                destroy: () => {
                  clearInterval(looking);
                  stop();
                },
              };
            },
          }),
        ];
      },
    }),
  ];
}

function drawAgain(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
}
