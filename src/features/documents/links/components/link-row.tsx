"use client";
import { X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "@/ui/button";
import { type Field, type Item, type ListField, placeOf, valueAt } from "../../field-rules";
import type { ItemActs } from "../../sheet/components/item-acts";
import { NumberInPlace } from "../../sheet/components/number-in-place";
import { PlaceFrame } from "../../sheet/components/place-frame";
import { TextInPlace } from "../../sheet/components/text-in-place";
import { LinkTitle } from "./link-title";
import type { LinkCards } from "./use-link-cards";

interface LinkRowProps {
  readonly field: ListField;
  readonly item: Item;
  readonly cards: LinkCards;
  readonly acts: ItemActs;
}

/** A link with what it says, to be changed in place. */
export function LinkRow({ field, item, cards, acts }: LinkRowProps) {
  const title = cards.get(item.id)?.title ?? String(item.title ?? "");
  return (
    <PlaceFrame place={placeOf([...field.path, item.id])}>
      <span className="flex items-start gap-1">
        <span className="flex min-h-7 min-w-0 flex-1 items-center">
          <LinkTitle item={item} cards={cards} />
        </span>
        <IconButton
          size="s"
          label={`Remove ${title}`}
          icon={<X aria-hidden="true" className="size-3.5" />}
          onClick={() => acts.remove(item.id, title)}
          className="opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-60"
        />
      </span>
      {field.attributes.length > 1 && (
        <span className="flex flex-wrap gap-x-6">
          {field.attributes.slice(1).map((attribute) => (
            <LinkAttribute
              key={attribute.path.join(".")}
              attribute={attribute}
              of={title}
              value={valueAt(item, attribute.path)}
              onValue={(value) => acts.set(item.id, attribute.path, value)}
            />
          ))}
        </span>
      )}
    </PlaceFrame>
  );
}

interface LinkAttributeProps {
  readonly attribute: Field;
  readonly of: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

function LinkAttribute({ attribute, of, value, onValue }: LinkAttributeProps) {
  const id = useId();
  const { shape, label } = attribute;
  if (shape === "number") {
    return (
      <span className="flex items-start text-small text-ink-2">
        <label htmlFor={id} className="me-3 pt-0.5 text-ink-3">
          {label}
          <span className="sr-only"> of {of}</span>
        </label>
        <NumberInPlace
          id={id}
          field={attribute}
          label={undefined}
          value={value}
          set={onValue}
          placeholder="–"
          className="field-sizing-content min-w-9 supports-[field-sizing:content]:w-auto!"
        />
        {attribute.max === 100 && <span className="ms-1 pt-0.5">%</span>}
      </span>
    );
  }
  if (shape !== "line") return null;
  return (
    <span className="min-w-0 basis-full text-small text-ink-2">
      <TextInPlace
        label={`${label}: ${of}`}
        text={String(value ?? "")}
        onText={onValue}
        isLine
        maxLength={attribute.max}
        placeholder={attribute.hint ?? label}
      />
    </span>
  );
}
