"use client";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { useId } from "react";
import { EMOTIONS } from "../../body-rules";
import { wholeOf } from "../view/attributes";
import { BeatFeeling, EmotionFace } from "../view/beat-feeling";
import { useIsEditable } from "./use-is-editable";

const SCALE = [-2, -1, 0, 1, 2];

/** A step of the story with how they feel in it, chosen from five faces over its words. */
export function StoryBeatView({ node, editor, updateAttributes }: NodeViewProps) {
  const emotion = wholeOf(node, "emotion", -2, 2) ?? 0;
  const isEditable = useIsEditable(editor);
  return (
    <NodeViewWrapper as="section" dir="auto" data-beat="" data-emotion={emotion}>
      {isEditable ? (
        <EmotionChoice emotion={emotion} onEmotion={(chosen) => updateAttributes({ emotion: chosen })} />
      ) : (
        <BeatFeeling emotion={emotion} />
      )}
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

interface EmotionChoiceProps {
  readonly emotion: number;
  readonly onEmotion: (emotion: number) => void;
}

function EmotionChoice({ emotion, onEmotion }: EmotionChoiceProps) {
  const name = useId();
  return (
    <fieldset contentEditable={false} className="beat-feeling select-none">
      <legend className="sr-only">How they feel</legend>
      <span className="-ms-[3px] me-1 flex">
        {SCALE.map((step) => (
          <label
            key={step}
            title={EMOTIONS[step]}
            className="relative grid size-6 cursor-pointer place-items-center rounded-full text-ink-3 opacity-45 hover:opacity-100 has-checked:text-ink has-checked:opacity-100 has-focus-visible:outline-2 has-focus-visible:outline-focus print:not-has-checked:hidden"
          >
            <input
              type="radio"
              name={name}
              aria-label={EMOTIONS[step]}
              checked={step === emotion}
              onChange={() => onEmotion(step)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <EmotionFace emotion={step} className="size-[18px]" />
          </label>
        ))}
      </span>
      <span aria-hidden="true">{EMOTIONS[emotion]}</span>
    </fieldset>
  );
}
