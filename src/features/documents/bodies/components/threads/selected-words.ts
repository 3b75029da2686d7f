// The chosen words of a live text as they are sent to the server, which finds them again in its own.
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { SelectedWords } from "../../../threads/components/threads-context";
import { beginning } from "./quote-beginning";

/** Null where nothing is chosen that has words. */
export function selectedWords({ state }: Editor): SelectedWords | null {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const selected = state.doc.textBetween(from, to, "\n", leafText).trim();
  if (selected === "") return null;
  return { quote: beginning(selected), selected, positions: positions(state, from, to) };
}

/** Chips as their titles; breaks are spaces, as for the server. */
function leafText(node: Node): string {
  return node.type.name === "documentChip" ? String(node.attrs.title) : " ";
}

function positions(state: Editor["state"], from: number, to: number): SelectedWords["positions"] {
  const { type, binding } = ySyncPluginKey.getState(state) ?? {};
  if (!type || !binding) return null;
  const encoded = (position: number) =>
    base64(Y.encodeRelativePosition(absolutePositionToRelativePosition(position, type, binding.mapping)));
  return { from: encoded(from), to: encoded(to) };
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
