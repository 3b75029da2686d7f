"use client";
import { ListFilter as FilterIcon, LayoutGrid, Search, Table2, Users } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { KindName } from "@/shared/document-kinds";
import { Button, IconButton } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Select } from "@/ui/select";
import { KIND_PLACES } from "../../components/document-link";
import type { ChoiceField } from "../../field-rules";
import { type ListOrder, type ListSort, sortOf } from "../list-filter-rules";
import { ListFilters } from "./list-filters";
import type { ListPlace } from "./use-list-address";

type Sorting = `${ListSort}.${ListOrder}`;
const SORTINGS: readonly { readonly value: Sorting; readonly label: string }[] = [
  { value: "changed.desc", label: "Changed last" },
  { value: "changed.asc", label: "Unchanged longest" },
  { value: "title.asc", label: "Name, A to Z" },
  { value: "title.desc", label: "Name, Z to A" },
  { value: "created.desc", label: "Newest" },
  { value: "created.asc", label: "Oldest" },
];
const PAUSE_MS = 250;

interface ToolbarProps {
  readonly kind: KindName;
  readonly place: ListPlace;
  readonly facet: ChoiceField;
  /** Whether the kind can be shown by persona. */
  readonly hasCast: boolean;
}

/** Everything that decides what a list shows and how. */
export function ListToolbar({ kind, place, facet, hasCast }: ToolbarProps) {
  const { filter, view, narrow } = place;
  const [isOpen, setOpen] = useState(false);
  const { sort, order } = sortOf(filter);
  const { one } = KIND_PLACES[kind];
  return (
    <search className="grid gap-3 pb-5">
      <div className="flex flex-wrap items-end gap-2">
        <SearchText
          text={filter.text ?? ""}
          label={`Find a ${one}`}
          onText={(text) => narrow({ text }, { isTyping: true })}
        />
        <Button
          icon={<FilterIcon aria-hidden="true" className="size-4" />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Filter
        </Button>
        <Field label="Sort by" isLabelHidden className="min-w-0 max-sm:flex-1">
          <Select
            options={SORTINGS}
            value={`${sort}.${order}`}
            onValueChange={(value) => {
              const [by, direction] = value.split(".") as [ListSort, ListOrder];
              narrow(
                by === "changed" && direction === "desc"
                  ? { sort: undefined, order: undefined }
                  : { sort: by, order: direction },
              );
            }}
          />
        </Field>
        <fieldset className="ms-auto flex gap-1">
          <legend className="sr-only">View</legend>
          <ViewButton
            label="Cards"
            isOn={view === "grid" || (view === "cast" && !hasCast)}
            onClick={() => place.show("grid")}
          >
            <LayoutGrid aria-hidden="true" className="size-4" />
          </ViewButton>
          {hasCast && (
            <ViewButton label="By persona" isOn={view === "cast"} onClick={() => place.show("cast")}>
              <Users aria-hidden="true" className="size-4" />
            </ViewButton>
          )}
          <ViewButton label="Table" isOn={view === "table"} onClick={() => place.show("table")}>
            <Table2 aria-hidden="true" className="size-4" />
          </ViewButton>
        </fieldset>
      </div>
      <ListFilters kind={kind} place={place} facet={facet} isOpen={isOpen} onClose={() => setOpen(false)} />
    </search>
  );
}

function ViewButton(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <IconButton
      label={props.label}
      aria-pressed={props.isOn}
      variant={props.isOn ? "plain" : "ghost"}
      icon={props.children}
      onClick={props.onClick}
    />
  );
}

/** Asks when the typing pauses. What comes from elsewhere, such as the back button, is taken over. */
function SearchText(props: {
  readonly text: string;
  readonly label: string;
  readonly onText: (text: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(props.text);
  const sent = useRef(props.text);
  const send = useEffectEvent((text: string) => {
    sent.current = text;
    props.onText(text || undefined);
  });

  useEffect(() => {
    if (props.text === sent.current) return;
    sent.current = props.text;
    setTyped(props.text);
  }, [props.text]);

  useEffect(() => {
    const text = typed.trim();
    if (text === sent.current) return;
    const timer = setTimeout(() => send(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <Field label={props.label} isLabelHidden className="w-full sm:w-72">
      <span className="relative block">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2.5 size-4 text-ink-3" />
        <TextInput
          type="search"
          value={typed}
          maxLength={200}
          placeholder="Find by name or words"
          className="ps-8"
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
    </Field>
  );
}
