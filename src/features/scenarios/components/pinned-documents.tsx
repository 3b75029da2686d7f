"use client";
import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { type ListField, placeOf } from "@/features/documents/field-rules";
import type { LinkPickerPart } from "@/features/documents/links/components/link-picker-part";
import { useLinkCards } from "@/features/documents/links/components/use-link-cards";
import type { LinkedDocument } from "@/features/documents/links/link-contract";
import { useItemActs } from "@/features/documents/sheet/components/item-acts";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { PERSONA_PARTS, Pinned, ScenarioContent } from "../scenario-rules";
import { ROW, ROW_LABEL } from "./frame-row";
import { PinnedRow } from "./pinned-row";

const loadPicker = (): Promise<typeof LinkPickerPart> =>
  import("@/features/documents/links/components/link-picker-part").then((part) => part.LinkPickerPart);
const ignore = () => undefined;

interface PinnedDocumentsProps {
  readonly field: ListField;
  readonly label: string;
  readonly documentId: string;
}

/** The documents of a list, each pinned at the version that the scenario was written for. */
export function PinnedDocuments({ field, label, documentId }: PinnedDocumentsProps) {
  const { content, edit } = useContent<ScenarioContent>();
  const heading = useId();
  const items: readonly Pinned[] = field.linksTo === "persona" ? content.personas : content.segments;
  const cards = useLinkCards(items.map(({ id }) => id));
  const acts = useItemActs(field, items, edit ?? ignore);
  if (!edit && items.length === 0) return null;
  const pin = (target: LinkedDocument, more: Readonly<Record<string, string>>) =>
    acts.add({ title: target.title, version: target.currentVersion, ...more }, target.id);
  return (
    <section aria-labelledby={heading} className={ROW} data-place={placeOf(field.path)}>
      <h2 id={heading} className={ROW_LABEL}>
        {label}
      </h2>
      <div className="min-w-0">
        <ul>
          {items.map((item) => (
            <PinnedRow key={item.id} field={field} item={item} cards={cards} acts={edit ? acts : null} />
          ))}
        </ul>
        {edit && items.length < field.most && (
          <AddPinned field={field} documentId={documentId} taken={items} onChoose={pin} />
        )}
      </div>
    </section>
  );
}

interface AddPinnedProps {
  readonly field: ListField;
  readonly documentId: string;
  readonly taken: readonly Pinned[];
  readonly onChoose: (target: LinkedDocument, more: Readonly<Record<string, string>>) => void;
}

/** The first persona leads; with those after it, the button says which part they have. */
function AddPinned({ field, documentId, taken, onChoose }: AddPinnedProps) {
  const kind = field.linksTo;
  if (!kind) return null;
  const { one } = KIND_PLACES[kind];
  const common = { kind, documentId, takenIds: taken.map(({ id }) => id) };
  const add = (part?: keyof typeof PERSONA_PARTS) => (target: LinkedDocument) =>
    onChoose(target, part === undefined ? {} : { part });
  return (
    <div className="flex flex-wrap gap-x-2">
      {kind !== "persona" ? (
        <PinButton {...common} label={taken.length === 0 ? `Choose a ${one}` : `Add a ${one}`} onChoose={add()} />
      ) : taken.length === 0 ? (
        <PinButton {...common} label="Choose who leads" onChoose={add("lead")} />
      ) : (
        <>
          <PinButton {...common} label="Add a supporting persona" onChoose={add("support")} />
          <PinButton {...common} label="Add a lead" onChoose={add("lead")} />
        </>
      )}
    </div>
  );
}

interface PinButtonProps {
  readonly kind: LinkedDocument["kind"];
  readonly documentId: string;
  readonly takenIds: readonly string[];
  readonly label: string;
  readonly onChoose: (target: LinkedDocument) => void;
}

function PinButton({ label, onChoose, ...picker }: PinButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Picker = usePart(loadPicker, isOpen, () => setOpen(false));
  return (
    <>
      <Button
        ref={anchor}
        size="s"
        variant="ghost"
        icon={<Plus aria-hidden="true" className="size-3.5" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="-ms-2"
      >
        {label}
      </Button>
      {Picker && (
        <Picker
          {...picker}
          anchor={anchor}
          open={isOpen}
          onOpenChange={setOpen}
          onChoose={(target) => {
            setOpen(false);
            onChoose(target);
          }}
        />
      )}
    </>
  );
}
