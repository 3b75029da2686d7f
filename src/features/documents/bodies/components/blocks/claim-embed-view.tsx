"use client";
import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { textOf } from "../view/attributes";
import { type ClaimActs, ClaimView } from "../view/claim-view";
import { pinnedOf } from "../view/pinned-document";
import { useIsEditable } from "./use-is-editable";

export function ClaimEmbedView({ node, editor, selected, getPos, updateAttributes }: NodeViewProps) {
  const isEditable = useIsEditable(editor);
  const text = textOf(node, "text");
  const acts: ClaimActs = {
    update: updateAttributes,
    unlink: () => {
      const from = getPos();
      if (from === undefined) return;
      const words = { type: "paragraph", ...(text && { content: [{ type: "text", text }] }) };
      editor
        .chain()
        .insertContentAt({ from, to: from + node.nodeSize }, words)
        .focus()
        .run();
    },
  };
  return (
    <NodeViewWrapper data-drag-handle="" className={selected ? "rounded-m outline-2 outline-focus" : undefined}>
      <ClaimView
        pinned={pinnedOf(node)}
        place={textOf(node, "place")}
        text={text}
        acts={isEditable ? acts : undefined}
      />
    </NodeViewWrapper>
  );
}
