"use client";
import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import { KIND_PLACES } from "../../components/document-link";
import { useContent } from "../../drafts/components/content-context";
import { displayValue, type Item, itemsAt, type ListField, placeOf, valueAt } from "../../field-rules";
import { useItemActs } from "../../sheet/components/item-acts";
import { LinkRow } from "./link-row";
import { LinkTitle } from "./link-title";
import { useLinkCards } from "./use-link-cards";

const loadPicker = () => import("./link-picker-part").then((part) => part.LinkPickerPart);
const ignore = () => undefined;

interface LinksSectionProps {
  readonly field: ListField;
  readonly documentId: string;
  readonly isOpened?: boolean | undefined;
}

/** Documents that this one links to, with what each link says. Kinds don't know each other: everything is by id. */
export function LinksSection({ field, documentId, isOpened = false }: LinksSectionProps) {
  const { content, edit } = useContent();
  const heading = useId();
  const items = itemsAt(content, field.path);
  const cards = useLinkCards(items.map(({ id }) => id));
  const acts = useItemActs(field, items, edit ?? ignore);
  if (!edit && items.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        {field.label}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="group relative border-b border-line py-1.5">
            {edit ? (
              <LinkRow field={field} item={item} cards={cards} acts={acts} />
            ) : (
              <ReadLink field={field} item={item} cards={cards} />
            )}
          </li>
        ))}
      </ul>
      {edit && items.length < field.most && (
        <AddLink
          field={field}
          documentId={documentId}
          taken={items}
          isOpened={isOpened}
          onChoose={(id, title) => acts.add({ title }, id)}
        />
      )}
    </section>
  );
}

interface ReadLinkProps {
  readonly field: ListField;
  readonly item: Item;
  readonly cards: ReturnType<typeof useLinkCards>;
}

function ReadLink({ field, item, cards }: ReadLinkProps) {
  const said = field.attributes.slice(1).flatMap((attribute) => {
    const text = displayValue(attribute, valueAt(item, attribute.path));
    if (text === "") return [];
    return [attribute.shape === "number" && attribute.max === 100 ? `${text}%` : linkWords(attribute.label, text)];
  });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3">
      <LinkTitle item={item} cards={cards} />
      {said.length > 0 && (
        <span dir="auto" className="text-small text-ink-2 wrap-anywhere">
          {said.join(" · ")}
        </span>
      )}
    </div>
  );
}

function linkWords(label: string, text: string): string {
  return label === "Reading order" ? `read as number ${text}` : text;
}

interface AddLinkProps {
  readonly field: ListField;
  readonly documentId: string;
  readonly taken: readonly Item[];
  readonly isOpened: boolean;
  readonly onChoose: (id: string, title: string) => void;
}

function AddLink({ field, documentId, taken, isOpened, onChoose }: AddLinkProps) {
  const [isOpen, setOpen] = useState(isOpened);
  const anchor = useRef<HTMLButtonElement>(null);
  const Picker = usePart(loadPicker, isOpen, () => setOpen(false));
  const kind = field.linksTo;
  if (!kind) return null;
  return (
    <span data-place={placeOf(field.path)}>
      <Button
        ref={anchor}
        size="s"
        variant="ghost"
        icon={<Plus aria-hidden="true" className="size-3.5" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="mt-1 -ms-2"
      >
        {taken.length === 0 ? `Choose a ${KIND_PLACES[kind].one}` : `Add a ${KIND_PLACES[kind].one}`}
      </Button>
      {Picker && (
        <Picker
          {...{ kind, documentId, anchor }}
          takenIds={taken.map(({ id }) => id)}
          open={isOpen}
          onOpenChange={setOpen}
          onChoose={(target) => {
            setOpen(false);
            onChoose(target.id, target.title);
          }}
        />
      )}
    </span>
  );
}
