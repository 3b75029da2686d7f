// The list that opens while one types after a slash or a colon. What is typed stays in the text until something is
// chosen; Escape leaves it there.
import { type Editor, Extension, type Range } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import Suggestion, { exitSuggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { SuggestionItem } from "./block-command";
import { isRemoteChange } from "./own-change-rules";
import { whenComposed } from "./when-composed";
import { writingState } from "./writing-state";

interface SuggestionKind<Item extends SuggestionItem> {
  readonly name: string;
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly char: string;
  readonly minQueryLength?: number;
  readonly find: (query: string, editor: Editor) => readonly Item[] | Promise<readonly Item[]>;
  readonly take: (editor: Editor, range: Range, item: Item) => void;
}

interface KeyState {
  readonly active: boolean;
  readonly range: Range;
}

export function suggestionExtension<Item extends SuggestionItem>(kind: SuggestionKind<Item>) {
  const key = new PluginKey<KeyState>(kind.name);
  return Extension.create({
    name: kind.name,
    addProseMirrorPlugins() {
      const { editor } = this;
      const slot = () => writingState(editor).suggested;
      let items: readonly Item[] = [];

      /** Whoever chooses with a thumb may still be composing: the range is that of the moment when it is taken. */
      const choose = (index: number) => {
        const item = items[index];
        if (!item) return;
        whenComposed(editor, () => {
          const { active, range } = key.getState(editor.state) ?? { active: false, range: { from: 0, to: 0 } };
          if (active) kind.take(editor, range, item);
        });
      };
      const show = (props: SuggestionProps<Item, Item>) => {
        if (props.loading) return;
        items = props.items;
        const isShown = items.length > 0 && (kind.minQueryLength ?? 0) <= props.query.length;
        const index = slot().get()?.query === props.query ? (slot().get()?.index ?? 0) : 0;
        slot().set(
          isShown
            ? {
                label: kind.label,
                items,
                index: Math.min(index, items.length - 1),
                query: props.query,
                place: () => props.clientRect?.() ?? null,
                choose,
                close: () => exitSuggestion(editor.view, key),
              }
            : null,
        );
      };
      const go = (by: number) => {
        const shown = slot().get();
        if (!shown) return false;
        slot().set({ ...shown, index: (shown.index + by + items.length) % items.length });
        return true;
      };
      const onKey = ({ key: pressed, isComposing, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
        const shown = slot().get();
        if (!shown || isComposing || ctrlKey || metaKey || altKey) return false;
        if (pressed === "ArrowDown") return go(1);
        if (pressed === "ArrowUp") return go(-1);
        if (pressed !== "Enter" && (pressed !== "Tab" || shiftKey)) return false;
        choose(shown.index);
        return true;
      };

      return [
        Suggestion<Item, Item>({
          pluginKey: key,
          editor,
          char: kind.char,
          ...(kind.minQueryLength !== undefined && { minQueryLength: kind.minQueryLength }),
          items: async ({ query }) => [...(await kind.find(query, editor))],
          // It opens for what one types oneself, not where somebody clicks, and stays open while others write.
          shouldShow: ({ transaction }) =>
            key.getState(editor.state)?.active === true || (transaction.docChanged && !isRemoteChange(transaction)),
          allow: ({ state, range }) => {
            const $from = state.doc.resolve(range.from);
            return !$from.parent.type.spec.code && !$from.marks().some(({ type }) => type.name === "code");
          },
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => slot().set(null),
            onKeyDown: ({ event }) => onKey(event),
          }),
        }),
      ];
    },
  });
}
