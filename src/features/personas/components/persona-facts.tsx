"use client";
import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { type Field, fieldAt, isEmptyValue, valueAt } from "@/features/documents/field-rules";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
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

/** Read as one: 34 (28–45). */
const SPREAD: Fact = { id: "spread", label: "Spread of age", fields: [YOUNGEST, OLDEST] };
const FACTS: readonly Fact[] = [
  { id: "age", label: "Age", fields: [AGE] },
  SPREAD,
  ...PERSONA_FACTS.slice(3).map((field) => ({ id: field.path.join("."), label: field.label, fields: [field] })),
];

/** Who they are in a row of facts. The empty ones collapse; people who may edit find them behind one button. */
export function PersonaFacts() {
  const { content, edit } = useContent<PersonaContent>();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isSaid = ({ fields }: Fact) => fields.some((field) => !isEmptyValue(field, valueAt(content, field.path)));
  const shown = FACTS.filter((fact) => isSaid(fact) || (edit && opened.includes(fact.id)));
  const folded = FACTS.filter((fact) => !shown.includes(fact));
  const hasAge = shown.some(({ id }) => id === "age" || id === SPREAD.id);
  if (shown.length === 0 && !edit) return null;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-x-8 gap-y-2">
      {hasAge && <AgeFact hasSpread={shown.includes(SPREAD)} opened={opened.at(-1)} />}
      {shown
        .filter(({ id }) => id !== "age" && id !== SPREAD.id)
        .map((fact) => (
          <PlainFact key={fact.id} fact={fact} isOpened={opened.at(-1) === fact.id} />
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
    <div className="max-w-full min-w-0">
      {edit ? (
        <label htmlFor={id} className="block text-label text-ink-3">
          {fact.label}
        </label>
      ) : (
        <p className="text-label text-ink-3">{fact.label}</p>
      )}
      <FieldInPlace field={field} id={id} isLabelled placeholder="Add" isOpened={isOpened} className="text-small" />
    </div>
  );
}

interface AgeFactProps {
  readonly hasSpread: boolean;
  readonly opened: string | undefined;
}

function AgeFact({ hasSpread, opened }: AgeFactProps) {
  const { content, edit } = useContent<PersonaContent>();
  const look = "text-small normal-nums! supports-[field-sizing:content]:w-auto! field-sizing-content min-w-6";
  return (
    <div className="max-w-full min-w-0">
      <p className="text-label text-ink-3">Age</p>
      {edit ? (
        <div className="flex items-start text-small">
          <FieldInPlace field={AGE} placeholder="–" isOpened={opened === "age"} className={look} />
          {hasSpread && (
            <>
              <span className="ms-1 pt-0.5">(</span>
              <FieldInPlace field={YOUNGEST} placeholder="–" isOpened={opened === SPREAD.id} className={look} />
              <span className="pt-0.5">–</span>
              <FieldInPlace field={OLDEST} placeholder="–" className={look} />
              <span className="pt-0.5">)</span>
            </>
          )}
        </div>
      ) : (
        <p className="text-small">{agesWords(content)}</p>
      )}
    </div>
  );
}
