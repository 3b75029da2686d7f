"use client";
import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { BodyChip } from "../view/body-chip";
import { pinnedOf } from "../view/pinned-document";
import { useIsEditable } from "./use-is-editable";

export function DocumentChipView({ node, editor, updateAttributes }: NodeViewProps) {
  const isEditable = useIsEditable(editor);
  return (
    <NodeViewWrapper as="span">
      <BodyChip
        pinned={pinnedOf(node)}
        onUpdate={isEditable ? (version, title) => updateAttributes({ version, title }) : undefined}
      />
    </NodeViewWrapper>
  );
}
