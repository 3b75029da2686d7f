"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { PreviewedDocument } from "../portable-contract";
import type { ImportPageProps } from "./import-page-props";

export interface ImportChoice {
  readonly isChosen: boolean;
  readonly title: string;
  readonly subtitle: string;
}

interface ImportDocumentProps {
  readonly document: PreviewedDocument;
  readonly choice: ImportChoice;
  readonly onChoice: (choice: ImportChoice) => void;
  readonly isAlone: boolean;
  readonly isOpenAtFirst: boolean;
  /** Somebody wanted to import: what is missing is said. */
  readonly isTried: boolean;
  readonly one: string;
  readonly subtitle: ImportPageProps["subtitle"];
  readonly counted: string;
  readonly pieces: ReactNode;
}

/** One of the found: whether it is imported, under which name, and where its pieces go. */
export function ImportDocument(props: ImportDocumentProps) {
  const { document, choice, onChoice, isAlone, isTried, one, subtitle, counted, pieces } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const body = useId();
  const name = choice.title || "No name yet";
  return (
    <Card aria-label={name} className={choice.isChosen ? undefined : "opacity-70"}>
      <div className="grid gap-3 px-4 py-3.5">
        {!isAlone && (
          <Checkbox
            label={
              <>
                Import <bdi className="font-strong">{name}</bdi>
              </>
            }
            checked={choice.isChosen}
            onChange={(event) => onChoice({ ...choice, isChosen: event.target.checked })}
          />
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label="Name"
            error={isTried && choice.isChosen && choice.title.trim() === "" ? `Give the ${one} a name.` : undefined}
          >
            <TextInput
              value={choice.title}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => onChoice({ ...choice, title: event.target.value })}
            />
          </Field>
          {subtitle && (
            <Field label={subtitle.label} isOptional>
              <TextInput
                value={choice.subtitle}
                maxLength={subtitle.max}
                autoComplete="off"
                onChange={(event) => onChoice({ ...choice, subtitle: event.target.value })}
              />
            </Field>
          )}
        </div>
        {document.notes.map((note) => (
          <Notice key={note} tone="due">
            {note}
          </Notice>
        ))}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-8 items-center gap-1.5 justify-self-start rounded-s text-ink-2 hover:text-ink"
        >
          <ChevronDown aria-hidden="true" className={isOpen ? "size-4" : "size-4 -rotate-90 rtl:rotate-90"} />
          {counted}
          <span className="sr-only">, {name}: what goes where</span>
        </button>
      </div>
      <div id={body} hidden={!isOpen} className="border-t px-4 pb-2">
        {isOpen && pieces}
      </div>
    </Card>
  );
}
