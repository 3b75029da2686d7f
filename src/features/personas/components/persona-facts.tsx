"use client";
import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useContent } from "@/features/documents/components/content-context";
import { FieldInPlace } from "@/features/documents/components/field-in-place";
import { type Field, fieldAt, isEmptyValue, valueAt } from "@/features/documents/field-rules";
import { Menu } from "@/ui/menu";
import { PERSONA_FACTS, type PersonaContent } from "../persona-rules";
import { agesWords } from "../persona-words-rules";

const AGE = fieldAt(PERSONA_FACTS, "age");
const YOUNGEST = fieldAt(PERSONA_FACTS, "ageFrom");
const OLDEST = fieldAt(PERSONA_FACTS, "ageTo");

interface Fact {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

/** The three fields of the age are one fact: 34 (28–45). */
const FACTS: readonly Fact[] = [
  { id: "age", label: "Age", fields: [AGE, YOUNGEST, OLDEST] },
  ...PERSONA_FACTS.slice(3).map((field) => ({ id: field.path.join("."), label: field.label, fields: [field] })),
];

/** Who they are in a row of facts. The empty ones collapse; people who may edit find them behind one button. */
export function PersonaFacts() {
  const { content, edit } = useContent<PersonaContent>();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isSaid = ({ fields }: Fact) => fields.some((field) => !isEmptyValue(field, valueAt(content, field.path)));
  const shown = FACTS.filter((fact) => isSaid(fact) || (edit && opened.includes(fact.id)));
  const folded = FACTS.filter((fact) => !shown.includes(fact));
  if (shown.length === 0 && !edit) return null;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-x-8 gap-y-2">
      {shown.map((fact) => (
        <div key={fact.id} className="max-w-full min-w-0">
          {fact.id === "age" ? (
            <AgeFact isOpened={opened.includes(fact.id)} />
          ) : (
            <PlainFact fact={fact} isOpened={opened.at(-1) === fact.id} />
          )}
        </div>
      ))}
      {edit && folded.length > 0 && (
        <Menu
          label="Add a fact"
          size="s"
          align="start"
          icon={<Plus aria-hidden="true" className="size-3.5" />}
          className="-ms-2"
          entries={folded.map(({ id, label }) => ({
            kind: "act",
            label,
            onSelect: () => setOpened([...opened.filter((one) => one !== id), id]),
          }))}
        >
          Add a fact
        </Menu>
      )}
    </div>
  );
}

function PlainFact({ fact, isOpened }: { readonly fact: Fact; readonly isOpened: boolean }) {
  const id = useId();
  const { edit } = useContent();
  const [field] = fact.fields;
  if (!field) return null;
  return (
    <>
      {edit ? (
        <label htmlFor={id} className="block text-label text-ink-3">
          {fact.label}
        </label>
      ) : (
        <p className="text-label text-ink-3">{fact.label}</p>
      )}
      <FieldInPlace field={field} id={id} isLabelled placeholder="Add" isOpened={isOpened} className="text-small" />
    </>
  );
}

function AgeFact({ isOpened }: { readonly isOpened: boolean }) {
  const { content, edit } = useContent<PersonaContent>();
  const look = "text-small supports-[field-sizing:content]:w-auto! field-sizing-content min-w-9";
  return (
    <>
      <p className="text-label text-ink-3">Age</p>
      {edit ? (
        <div className="flex items-start gap-x-3 text-small text-ink-3">
          <FieldInPlace field={AGE} placeholder="–" isOpened={isOpened} className={`${look} text-ink`} />
          <span className="flex items-start">
            <span className="me-2 pt-0.5">from</span>
            <FieldInPlace field={YOUNGEST} placeholder="–" className={look} />
          </span>
          <span className="flex items-start">
            <span className="me-2 pt-0.5">to</span>
            <FieldInPlace field={OLDEST} placeholder="–" className={look} />
          </span>
        </div>
      ) : (
        <p className="text-small">{agesWords(content)}</p>
      )}
    </>
  );
}
