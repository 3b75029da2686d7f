"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Menu } from "@/ui/menu";
import { toast } from "@/ui/toast";
import type { Claim, ListField } from "../field-rules";
import { useContent, useFieldValue } from "./content-context";
import { TextInPlace } from "./text-in-place";

/** A section of claims. Without evidence a claim is an assumption, and drawn as one. Empty sections collapse for readers. */
export function ClaimsSection({ field }: { readonly field: ListField }) {
  const { edit } = useContent();
  const { value } = useFieldValue(field);
  const heading = useId();
  const claims = (value ?? []) as readonly Claim[];
  if (!edit && claims.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        {field.label}
      </h2>
      {edit ? <EditableClaims field={field} claims={claims} edit={edit} /> : <ReadClaims claims={claims} />}
    </section>
  );
}

function ReadClaims({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <ul>
      {claims.map((claim) => (
        <li key={claim.id} dir="auto" className="border-b border-line py-1.5">
          <Assumption text={claim.text} />
        </li>
      ))}
    </ul>
  );
}

function Assumption({ text }: { readonly text: string }) {
  return (
    <span className="border-b-[1.5px] border-dashed border-due">
      {text}
      <span className="sr-only"> (assumption, no evidence yet)</span>
    </span>
  );
}

const MAX_TEXT = 1_000;

interface EditableClaimsProps {
  readonly field: ListField;
  readonly claims: readonly Claim[];
  readonly edit: NonNullable<ReturnType<typeof useContent>["edit"]>;
}

function EditableClaims({ field, claims, edit }: EditableClaimsProps) {
  const { path } = field;
  // The claim being written in the last row; it joins the rows above when the row is left.
  const [newId, setNewId] = useState(() => crypto.randomUUID());
  const composer = useRef<HTMLTextAreaElement>(null);
  const written = claims.find((claim) => claim.id === newId);
  const rows = claims.filter((claim) => claim.id !== newId);

  const remove = (claim: Claim) => {
    const next = rows[rows.indexOf(claim) + 1]?.id ?? null;
    edit({ op: "remove", path, id: claim.id });
    if (claim.text.trim() === "") return;
    toast(`Removed from ${field.label.toLowerCase()}.`, {
      action: { label: "Undo", onClick: () => edit({ op: "insert", path, item: { ...claim }, before: next }) },
    });
  };
  const move = (index: number, by: -1 | 1) => {
    const [claim, target] = [rows[index], rows[index + (by === 1 ? 2 : -1)]];
    if (!claim || index + by < 0 || index + by >= rows.length) return;
    edit({ op: "move", path, id: claim.id, before: target?.id ?? null });
  };
  const write = (text: string) => {
    if (!written && text !== "")
      edit({ op: "insert", path, item: { id: newId, text, provenance: "assumption", source: "" }, before: null });
    else if (written && text === "") edit({ op: "remove", path, id: newId });
    else if (written) edit({ op: "set", path: [...path, newId, "text"], value: text });
  };
  const finish = () => written && setNewId(crypto.randomUUID());

  return (
    <ul>
      {rows.map((claim, index) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          label={`${field.label}, ${index + 1} of ${rows.length}`}
          max={MAX_TEXT}
          onText={(text) => edit({ op: "set", path: [...path, claim.id, "text"], value: text })}
          onRemove={() => remove(claim)}
          onMove={(by) => move(index, by)}
          onEnter={() => composer.current?.focus()}
        />
      ))}
      <li className="border-b border-line py-1 text-ink-2">
        <TextInPlace
          key={newId}
          ref={composer}
          label={`Add to ${field.label.toLowerCase()}`}
          placeholder={rows.length === 0 ? field.hint : "Add another"}
          text={written?.text ?? ""}
          onText={write}
          isLine
          maxLength={MAX_TEXT}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finish();
            // The row is made anew for the next claim; it takes the focus once it is there.
            requestAnimationFrame(() => composer.current?.focus());
          }}
        />
      </li>
    </ul>
  );
}

interface ClaimRowProps {
  readonly claim: Claim;
  readonly label: string;
  readonly max: number;
  readonly onText: (text: string) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEnter: () => void;
}

function ClaimRow({ claim, label, max, onText, onRemove, onMove, onEnter }: ClaimRowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isEmpty = event.currentTarget.value === "";
    if (event.key === "Enter") onEnter();
    else if (event.key === "Backspace" && isEmpty) onRemove();
    else if (event.altKey && event.key === "ArrowUp") onMove(-1);
    else if (event.altKey && event.key === "ArrowDown") onMove(1);
    else return;
    event.preventDefault();
  };
  return (
    <li className="group flex items-start gap-1 border-b border-line py-1">
      <TextInPlace
        label={label}
        text={claim.text}
        onText={onText}
        isLine
        maxLength={max}
        onKeyDown={onKeyDown}
        onBlur={(event) => event.currentTarget.value.trim() === "" && onRemove()}
        className="decoration-due decoration-dashed decoration-[1.5px] underline-offset-[5px] not-focus:underline"
      />
      <span className="opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
        <Menu
          size="s"
          label={`More for ${label}`}
          entries={[
            {
              kind: "act",
              label: "Move up",
              hint: "Alt+↑",
              icon: <ArrowUp className="size-4" />,
              onSelect: () => onMove(-1),
            },
            {
              kind: "act",
              label: "Move down",
              hint: "Alt+↓",
              icon: <ArrowDown className="size-4" />,
              onSelect: () => onMove(1),
            },
            { kind: "act", label: "Remove", icon: <X className="size-4" />, onSelect: onRemove },
          ]}
        />
      </span>
    </li>
  );
}
