"use client";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import type { KeyboardEvent } from "react";
import { TextInPlace } from "../../../sheet/components/text-in-place";
import { textOf } from "../view/attributes";
import { useIsEditable } from "./use-is-editable";

const MAX_SOURCE = 300;

/** What somebody said or what was seen, with where it comes from, to be changed in place. */
export function EvidenceQuoteView({ node, editor, getPos, updateAttributes }: NodeViewProps) {
  const isEditable = useIsEditable(editor);
  const source = textOf(node, "source");
  const onKeyDown = (event: KeyboardEvent) => {
    const at = getPos();
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape") || at === undefined) return;
    event.preventDefault();
    const after = at + node.nodeSize;
    if (event.key === "Escape") editor.commands.focus(at + node.nodeSize - 2);
    else if (after < editor.state.doc.content.size) editor.commands.focus(after + 1);
    else
      editor
        .chain()
        .insertContentAt(after, { type: "paragraph" })
        .focus(after + 1)
        .run();
  };
  return (
    <NodeViewWrapper as="figure" dir="auto" data-evidence="">
      <NodeViewContent<"blockquote"> as="blockquote" />
      {(isEditable || source) && (
        <figcaption contentEditable={false}>
          {isEditable ? (
            <TextInPlace
              label="Where the quote comes from"
              placeholder="Where it comes from: Interview 4, 12 Sep"
              text={source}
              isLine
              maxLength={MAX_SOURCE}
              onText={(text) => updateAttributes({ source: text.slice(0, MAX_SOURCE) })}
              onKeyDown={onKeyDown}
            />
          ) : (
            source
          )}
        </figcaption>
      )}
    </NodeViewWrapper>
  );
}
