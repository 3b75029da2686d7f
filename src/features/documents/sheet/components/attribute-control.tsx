"use client";
import { useId } from "react";
import { ScoreChoice } from "@/ui/score-choice";
import { Select } from "@/ui/select";
import type { Field } from "../../field-rules";
import { NumberInPlace } from "./number-in-place";
import { TextInPlace } from "./text-in-place";

interface AttributeControlProps {
  readonly attribute: Field;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** As many steps as are chosen from and not typed. */
const MOST_STEPS = 7;

/** One attribute of an item with its label, and the control that fits its shape. */
export function AttributeControl({ attribute, value, onValue }: AttributeControlProps) {
  const id = useId();
  const { label, hint } = attribute;
  if (attribute.shape === "number" && attribute.max - attribute.min < MOST_STEPS) {
    const { min, max } = attribute;
    const score = typeof value === "number" ? value : null;
    return <ScoreChoice {...{ label, hint, min, max }} value={score} onValue={onValue} />;
  }
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-label text-ink-3">
        {label}
      </label>
      <Control id={id} {...{ attribute, value, onValue }} />
    </div>
  );
}

function Control({ id, attribute, value, onValue }: AttributeControlProps & { readonly id: string }) {
  switch (attribute.shape) {
    case "choice":
      return (
        <Select
          id={id}
          className="mt-0.5 w-full"
          value={String(value)}
          onValueChange={onValue}
          options={Object.entries(attribute.choices).map(([name, words]) => ({ value: name, label: words }))}
        />
      );
    case "number":
      return <NumberInPlace id={id} field={attribute} label={undefined} value={value} set={onValue} />;
    case "line":
    case "text":
      return (
        <TextInPlace
          id={id}
          text={String(value ?? "")}
          onText={onValue}
          isLine={attribute.shape === "line"}
          maxLength={attribute.max}
          placeholder={attribute.hint ?? "Add"}
        />
      );
    default:
      return null;
  }
}
